/*
 * Keeps what was typed into the form of a page or a fact in this browser until it is saved, and offers it when the form
 * is opened anew. Brought back, a page's text is sent as a draft; a fact's form comes back filled in and unsaved.
 * No passwords or files are kept. Kept texts go with the save, with the logout and after four days (kept-text-end.js).
 */
(() => {
  const place = document.querySelector("[data-edit-safety]");
  const form = document.querySelector("form[data-edit-form]");
  const isPage = form?.id === "page-edit-form";
  if (!place || !(isPage || form?.elements.namedItem("seen_stamp"))) return;
  const PREFIX = "kasper-text:";
  const NEVER = new Set(["csrfmiddlewaretoken", "kept_text"]);
  const number = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const own = PREFIX + number;

  const path = () => new URL(form.action, window.location.href).pathname;
  const isTyped = ([name, value]) => typeof value === "string" && !NEVER.has(name);
  const isPassword = (name) => form.elements.namedItem(name)?.type === "password";

  function content() {
    const fields = [...new FormData(form)].filter(isTyped).filter(([name]) => !isPassword(name));
    const revision = Number(form.dataset.wAutosaveRevisionIdValue);
    return revision ? [...fields, ["overwrite_revision_id", String(revision)]] : fields;
  }

  function keep() {
    const text = { user: place.dataset.user, path: path(), at: Date.now(), fields: content() };
    try {
      window.localStorage.setItem(own, JSON.stringify(text));
    } catch {
      // Full or switched off: the warning before leaving is what remains.
    }
  }

  function keptHere() {
    const keys = Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX) && key !== own);
    const texts = keys.map((key) => ({ key, ...JSON.parse(window.localStorage.getItem(key)) }));
    const here = texts.filter(({ user, path: at }) => user === place.dataset.user && at === path());
    return here.sort((one, other) => other.at - one.at);
  }

  const forget = (texts) => texts.forEach(({ key }) => window.localStorage.removeItem(key));

  function restore(text) {
    const sent = document.createElement("form");
    sent.method = "post";
    sent.action = form.action;
    const more = [
      ["csrfmiddlewaretoken", form.elements.namedItem("csrfmiddlewaretoken").value],
      ["kept_text", text.key.slice(PREFIX.length)],
      ...(isPage ? [] : [["is_restored", "1"]]),
    ];
    for (const [name, value] of [...text.fields, ...more]) {
      // A textarea keeps the ends of lines.
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      sent.append(field);
    }
    sent.hidden = true;
    document.body.append(sent);
    sent.submit();
  }

  function offer() {
    const texts = keptHere();
    // A form that came back with errors holds what was sent.
    if (form.dataset.wUnsavedForceValue === "true") return forget(texts);
    if (!texts.length) return;
    const moment = new Date(texts[0].at).toLocaleString("fi-FI", { dateStyle: "short", timeStyle: "short" });
    window.editNotices.show("kept", { moment }, {
      restore: async () => (await window.editConnection.check()) === "ok" && restore(texts[0]),
      discard: () => {
        forget(texts);
        window.editNotices.hide("kept");
      },
    });
  }

  document.addEventListener("edit-connection:saved", ({ detail }) => forget(detail.map((saved) => ({ key: PREFIX + saved }))));
  document.addEventListener("w-unsaved:add", ({ target }) => target === form && keep());
  document.addEventListener("w-unsaved:clear", ({ target }) => target === form && window.localStorage.removeItem(own));
  document.addEventListener("w-autosave:success", () => window.localStorage.removeItem(own));
  window.editConnection.check().then(offer);

  window.editKeptText = { keep, number };
})();
