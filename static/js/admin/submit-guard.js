/*
 * Sends an edit form only once, when nothing of it is under way, and only when its login and the connection hold: a form
 * sent after a logout would be dropped on the way to the login page.
 */
(() => {
  const form = document.querySelector("form[data-edit-form]");
  if (!form || !window.editConnection) return;
  const DIALOG = "w-save-confirmation-dialog";
  let passed = null;
  let pressed = null;
  let isAsking = false;
  let isSent = false;
  let autosave = null;

  const send = window.fetch;
  const isAutosave = (address, { method, body } = {}) => method?.toLowerCase() === "post" && body instanceof FormData && String(address) === form.action;

  /* An autosave that starts after the form was sent would arrive after it, with an older text. */
  window.fetch = (address, options) => {
    if (!isAutosave(address, options)) return send(address, options);
    if (isSent) return new Promise(() => {});
    autosave = send(address, options);
    return autosave;
  };

  /* Wait for an autosave under way: its answer gives a new page its address. */
  async function settled() {
    if (!autosave) return;
    await autosave.catch(() => null);
    await new Promise((done) => {
      const names = ["w-autosave:success", "w-autosave:error"];
      const end = () => done(names.forEach((name) => document.removeEventListener(name, end)));
      names.forEach((name) => document.addEventListener(name, end));
      if (!autosave) end();
    });
  }

  for (const name of ["w-autosave:success", "w-autosave:error"]) document.addEventListener(name, () => (autosave = null));

  function put(name, value) {
    const input = form.querySelector(`input[type=hidden][name=${name}]`) ?? document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }

  async function pass(button) {
    isAsking = true;
    await settled();
    window.editKeptText?.keep();
    const state = await window.editConnection.check();
    isAsking = false;
    if (state !== "ok") {
      if (state !== "expired") window.editNotices.show("unsent");
      return;
    }
    if (window.editKeptText) put("kept_text", window.editKeptText.number);
    passed = button;
    button.click();
  }

  function guard(event) {
    const button = event.target.closest?.("button[type=submit], [data-workflow-action-name]");
    if (!button || !(button.form === form || form.contains(button))) return;
    if (passed === button) {
      passed = null;
      pressed = button;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isAsking && !isSent) pass(button);
  }

  document.addEventListener("click", guard, true);
  document.addEventListener("submit", ({ target }) => (isSent ||= target === form));
  // Wagtail's dialog has asked whether to go on; it presses the same button itself.
  document.addEventListener(
    "w-dialog:confirmed",
    ({ target }) => {
      if (target.id !== DIALOG) return;
      put("is_overwriting", "1");
      passed = pressed;
    },
    true,
  );
})();
