/*
 * Closes four gaps of Wagtail 8.0's autosave, through which text would be lost without a warning:
 * - what one types while a save is under way is taken for saved (its answer makes the form as it is now the saved one);
 * - after a form came back with errors, edits are watched no more once it has been autosaved;
 * - where that autosave is refused too, it stays paused for good, whatever one mends;
 * - what one types in the first two seconds is taken for what the form came with.
 */
(() => {
  const NOT_TEXT = /^(csrfmiddlewaretoken|next|loaded_revision_\w+|overwrite_revision_id|comments-.*)$/;
  const LOOK_EVERY = 500;
  let sent = null;
  let isWatched = false;
  let earlyIn = null;
  let refused = null;

  /* The form's content for comparison, without what the server has just filled in. */
  function content(data, updated) {
    const fields = [...data].filter(([name]) => !NOT_TEXT.test(name) && !(name in updated));
    return JSON.stringify(fields.map(([name, value]) => [name, value.name ?? value, value.size]));
  }

  document.addEventListener("input", ({ target, isTrusted }) => {
    if (isTrusted && !isWatched) earlyIn ??= target.closest("form[data-edit-form]");
  });

  document.addEventListener("w-unsaved:watch-edits", () => {
    isWatched = true;
    if (earlyIn) Object.assign(earlyIn.dataset, { wUnsavedForceValue: "true", wUnsavedHasEditsValue: "true" });
    earlyIn = null;
  });

  document.addEventListener("w-autosave:save", (event) => {
    sent = event.detail.formData;
  });

  function saveAgain(form) {
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
  }

  document.addEventListener("w-autosave:error", ({ target: form, detail }) => {
    const isUnwatched = form.dataset.wUnsavedForceValue === "true";
    refused = sent && isUnwatched && detail.type === "validation_error" ? { form, content: content(sent, {}) } : null;
  });

  setInterval(() => {
    if (!refused || content(new FormData(refused.form), {}) === refused.content) return;
    const { form } = refused;
    refused = null;
    saveAgain(form);
  }, LOOK_EVERY);

  document.addEventListener("w-autosave:success", ({ target: form, detail }) => {
    refused = null;
    // A change of this value makes Wagtail watch the form again; half a second either way.
    form.dataset.wUnsavedCheckIntervalValue = form.dataset.wUnsavedCheckIntervalValue === "500" ? "501" : "500";
    const updated = detail.response.field_updates ?? {};
    if (sent && content(sent, updated) !== content(new FormData(form), updated)) saveAgain(form);
  });
})();
