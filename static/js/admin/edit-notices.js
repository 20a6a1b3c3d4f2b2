/*
 * Calm notices above an edit form: `editNotices.show("offline")` and `.hide("offline")`. The words are in the templates of
 * templates/wagtailadmin/shared/unsaved_changes_warning.html; `values` fill their `data-value` elements, `presses` their buttons.
 */
(() => {
  const words = document.querySelector("[data-edit-safety]");
  const form = document.querySelector("form[data-edit-form]");
  if (!words || !form) return;
  const place = document.createElement("div");
  place.className = "edit-notices";
  place.setAttribute("role", "status");
  form.before(place);

  const shown = (name) => place.querySelector(`[data-notice="${name}"]`);

  function fill(notice, values, presses) {
    for (const element of notice.querySelectorAll("[data-value]")) {
      const value = values[element.dataset.value] ?? "";
      if (element instanceof HTMLAnchorElement) element.href = value;
      else element.textContent = value;
    }
    for (const button of notice.querySelectorAll("[data-press]")) {
      button.addEventListener("click", presses[button.dataset.press]);
    }
  }

  window.editNotices = {
    show(name, values = {}, presses = {}) {
      if (shown(name)) return;
      const notice = document.createElement("div");
      notice.className = "edit-notices__notice";
      notice.dataset.notice = name;
      notice.append(words.querySelector(`template[data-notice="${name}"]`).content.cloneNode(true));
      fill(notice, values, presses);
      place.append(notice);
    },
    hide(...names) {
      for (const name of names) shown(name)?.remove();
    },
  };
})();
