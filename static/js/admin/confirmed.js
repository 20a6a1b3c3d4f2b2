/*
 * The tick "checked today" in the form of a person, service or place: it sets itself as soon as something else in the
 * form has changed, and then does as the editor wishes. Who types another day of checking means that day.
 */
(() => {
  const start = () => {
    const tick = document.querySelector("input[data-confirms]");
    const form = tick?.form;
    if (!form) return;
    const day = form.elements[tick.dataset.confirms];
    let isLeftToUs = !tick.checked;
    let before = null;

    const content = () => {
      const fields = [...new FormData(form)].filter(([name]) => name !== tick.name && name !== day?.name);
      return JSON.stringify(fields.map(([name, value]) => [name, value instanceof File ? value.name : value]));
    };

    // The choosers and rows start by themselves; what stands there when the editor first touches the form counts.
    const remember = () => {
      before ??= content();
    };

    const look = () => {
      if (isLeftToUs && before !== null) tick.checked = content() !== before;
    };

    for (const kind of ["focusin", "pointerdown", "keydown"]) form.addEventListener(kind, remember, { capture: true });
    tick.addEventListener("change", () => {
      isLeftToUs = false;
    });
    day?.addEventListener("change", () => {
      isLeftToUs = false;
      tick.checked = false;
    });
    for (const kind of ["input", "change", "click", "focusout"]) {
      form.addEventListener(kind, () => setTimeout(look, 0));
    }
    form.addEventListener("submit", look);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
