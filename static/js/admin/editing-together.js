/*
 * Tells in words above the form who has it open too and who has saved a newer version; Wagtail shows a small picture.
 * A form that came back because somebody else's version is newer saves nothing by itself until its editor presses save.
 */
(() => {
  const place = document.querySelector("[data-edit-safety]");
  const form = document.querySelector("form[data-edit-form]");
  if (!place || !form) return;

  const namesOf = (sessions) => sessions.map(({ user }) => user).join(", ");

  document.addEventListener("w-swap:json", ({ detail }) => {
    const others = (detail.data?.other_sessions ?? []).filter(({ user }) => user !== place.dataset.name);
    const newer = others.filter(({ revision_id: revision }) => revision);
    window.editNotices.hide("together");
    if (newer.length) window.editNotices.show("newer", { name: namesOf(newer), address: window.location.pathname });
    else if (others.length) window.editNotices.show("together", { name: namesOf(others) });
  });

  if (!form.querySelector("[data-other-version]")) return;
  form.addEventListener(
    "w-autosave:save",
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
})();
