/*
 * The list of the publish check beside the edit form: fetched anew when the draft has been saved, and each item opens the
 * field that it is about. The number on the panel's button counts the list and what Wagtail finds in the preview.
 */
(() => {
  const TOGGLE = '[data-side-panel-toggle="checks"]';
  // There the panel lies over the form.
  const NARROW = window.matchMedia("(max-width: 50em)");
  const FIELDS = ["input:not([type=hidden]), textarea, select, [contenteditable=true]", "button"];

  /* The element at a content path of Wagtail's: `body.<id of the block>.text`. */
  function atPath(path) {
    return path && document.querySelector(path.split(".").map((step) => `[data-contentpath="${CSS.escape(step)}"]`).join(" "));
  }

  /* Open the tab, panel and block that hide the element, the outermost first. */
  function reveal(element) {
    const hidden = [];
    for (let at = element; at; at = at.parentElement) if (at.hidden && at.id) hidden.unshift(at);
    for (const { id } of hidden) document.querySelector(`[aria-controls="${CSS.escape(id)}"]`)?.click();
    return hidden.length > 0;
  }

  /* Put the cursor where one mends: into the first input that shows, else on the first button. */
  function goTo(element) {
    element.scrollIntoView({ block: "center" });
    const shown = FIELDS.flatMap((kind) => [element, ...element.querySelectorAll("*")].filter((part) => part.matches(kind)));
    shown.find((part) => part.checkVisibility())?.focus({ preventScroll: true });
  }

  class PublishCheckController extends window.StimulusModule.Controller {
    static targets = ["summary"];
    static values = { url: String };

    connect() {
      this.found = document.querySelector("[data-content-checker-count]");
      this.observer = new MutationObserver(() => this.count());
      this.observer.observe(this.found, { childList: true, characterData: true, subtree: true });
    }

    disconnect() {
      this.observer.disconnect();
    }

    summaryTargetConnected() {
      this.count();
    }

    count() {
      const counter = document.querySelector(`${TOGGLE} [data-side-panel-toggle-counter]`);
      if (!counter || !this.hasSummaryTarget) return;
      const { count, blocking } = this.summaryTarget.dataset;
      const total = Number(count) + Number(this.found?.textContent || 0);
      counter.textContent = total;
      counter.hidden = total === 0;
      counter.classList.toggle("publish-check__counter--blocking", blocking !== "0");
    }

    async refresh({ detail }) {
      const page = detail?.response?.pk;
      if (!page) return;
      const response = await fetch(this.urlValue.replace("/0/", `/${page}/`)).catch(() => null);
      // A lost connection or login leaves the list as it was; Wagtail tells about both.
      if (!response?.ok || response.redirected) return;
      const list = await response.text();
      if (list !== this.list) this.element.innerHTML = list;
      this.list = list;
    }

    show(event) {
      const link = event.target.closest("[data-publish-check-input]");
      if (!link) return;
      const { publishCheckAnchor: anchor, publishCheckInput: input } = link.dataset;
      // A row of an inline panel has no content path, an empty panel only its button.
      const field = atPath(anchor) || document.getElementById(`id_${input}`) || document.getElementById(`id_${input}-ADD`);
      if (!field) return;
      event.preventDefault();
      if (NARROW.matches) document.querySelector(TOGGLE)?.click();
      // What opens takes a moment to show.
      setTimeout(goTo, reveal(field) ? 400 : 0, field);
    }
  }

  window.wagtail.app.register("publish-check", PublishCheckController);
})();
