/*
 * The buttons of a link in the rich-text editor, in words that come as data attributes of this script's element:
 * Wagtail writes "Edit" and "Remove" into them without asking for a translation.
 */
(() => {
  const { edit, remove } = document.currentScript.dataset;

  const reword = () => {
    for (const button of document.querySelectorAll(".Tooltip__button")) {
      const text = button.firstChild;
      if (text?.nodeValue === "Edit") text.nodeValue = edit;
      if (text?.nodeValue === "Remove") text.nodeValue = remove;
    }
  };

  // Wagtail opens the buttons when the mouse is let go over a link.
  document.addEventListener("mouseup", (event) => {
    if (event.target.closest("[data-draftail-trigger]")) setTimeout(reword, 0);
  });
})();
