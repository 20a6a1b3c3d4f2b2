/*
 * A chosen file is not lost for a missing word: a form that the server sends back has forgotten it. So once there is a
 * file, the browser itself asks for what is still missing (elsewhere Wagtail's forms leave that to the server), in our
 * words: the field's own, else those of this script.
 */
(() => {
  const ANY_FIELD = document.currentScript.dataset.missing;

  document.addEventListener("change", ({ target }) => {
    if (target.type === "file" && target.form) target.form.noValidate = false;
  });

  // These two do not bubble, or must come before the browser's own check.
  document.addEventListener(
    "invalid",
    ({ target }) => {
      if (target.validity.valueMissing) target.setCustomValidity(target.dataset.missing || ANY_FIELD);
    },
    true,
  );
  document.addEventListener("input", ({ target }) => target.setCustomValidity?.(""), true);
})();
