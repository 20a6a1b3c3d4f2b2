/*
 * Gives each editor of running text the name of its field, its help and its errors: Draftail's editor has none, for a label
 * does not reach what is no form field. A block's only field is named by the heading of the block.
 */
(() => {
  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;
  const UNNAMED = "[data-draftail-editor-wrapper] [role=textbox]:not([aria-labelledby])";
  let number = 0;

  function idOf(element) {
    element.id ||= `editor-name-${(number += 1)}`;
    return element.id;
  }

  function nameOf(field) {
    const heading = field.closest(".w-panel")?.querySelector("[data-panel-heading]");
    // The heading of a block goes on with the beginning of its text.
    return field.querySelector("label") ?? heading?.querySelector("label, .c-sf-block__type") ?? heading;
  }

  function nameEditor(editor) {
    const field = editor.closest("[data-field-wrapper]");
    const name = field && nameOf(field);
    if (!name) return;
    editor.setAttribute("aria-labelledby", idOf(name));
    const told = [...field.querySelectorAll("[data-field-help], [data-field-errors]")].map(idOf);
    editor.setAttribute("aria-describedby", [editor.getAttribute("aria-describedby"), ...told].filter(Boolean).join(" "));
  }

  const nameEditors = () => form.querySelectorAll(UNNAMED).forEach(nameEditor);
  // Draftail starts after the form, and blocks are added at any time.
  new MutationObserver(nameEditors).observe(form, { childList: true, subtree: true });
  nameEditors();
})();
