/*
 * Tells when an edit form has lost its connection or its login, and goes on by itself once both are back.
 * `editConnection.check()` asks the server: "ok", "offline", "expired" (logged out, or in as somebody else), "failed".
 * A login makes the tokens of an open form void, so each answer brings fresh ones.
 */
(() => {
  const place = document.querySelector("[data-edit-safety]");
  const form = document.querySelector("form[data-edit-form]");
  if (!place || !form) return;
  const AGAIN_AFTER = 5000;
  const PATIENCE = 15000;
  const TROUBLES = ["offline", "expired", "failed"];
  let state = "ok";
  let again = null;
  let failures = 0;

  async function ask() {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const options = { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
    const answer = await fetch(place.dataset.editSafety, options).catch(() => null);
    if (!answer) return "offline";
    if (answer.status === 403) return "expired";
    const told = answer.ok && !answer.redirected ? await answer.json().catch(() => null) : null;
    if (!told) return "failed";
    if (told.user !== place.dataset.user) return "expired";
    renew(told.token);
    document.dispatchEvent(new CustomEvent("edit-connection:saved", { detail: told.saved }));
    return "ok";
  }

  function renew(token) {
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token;
    window.wagtailConfig.CSRF_TOKEN = token;
  }

  function tell() {
    window.editNotices.hide(...TROUBLES.filter((trouble) => trouble !== state));
    if (state !== "ok") window.editNotices.show(state);
    else window.editNotices.hide("unsent");
  }

  /* What is still unsaved is saved now, not at the next key. */
  function resume() {
    if (form.dataset.wUnsavedHasEditsValue !== "true") return;
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
  }

  async function check() {
    clearTimeout(again);
    const before = state;
    state = await ask();
    tell();
    if (state !== "ok") again = setTimeout(check, AGAIN_AFTER);
    else if (before !== "ok") resume();
    return state;
  }

  document.addEventListener("w-autosave:error", async ({ detail }) => {
    if (!["network_error", "server_error"].includes(detail.type)) return;
    failures += 1;
    if ((await check()) !== "ok") return;
    // The first time the fresh token may be all it takes.
    if (failures === 1) return resume();
    state = "failed";
    tell();
    again = setTimeout(check, AGAIN_AFTER);
  });
  document.addEventListener("w-autosave:success", () => {
    failures = 0;
    state = "ok";
    clearTimeout(again);
    tell();
  });
  const checkInTrouble = () => state !== "ok" && document.visibilityState === "visible" && check();
  window.addEventListener("online", checkInTrouble);
  window.addEventListener("focus", checkInTrouble);
  document.addEventListener("visibilitychange", checkInTrouble);
  // Come back to by the browser's button, the form would stand as it was before it was sent.
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());

  window.editConnection = { check };
})();
