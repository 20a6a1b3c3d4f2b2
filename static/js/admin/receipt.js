/*
 * The receipt of publishing fills up while one watches: its rows are fetched again as long as they may change. The
 * summary stands outside of them, so that a screen reader tells it when its words change and only then.
 */
(() => {
  const LATER = 5;

  class ReceiptController extends window.StimulusModule.Controller {
    static targets = ["summary", "rows", "state", "reload"];
    static values = { url: String };

    connect() {
      for (const reload of this.reloadTargets) reload.hidden = true;
      this.wait();
    }

    disconnect() {
      clearTimeout(this.timer);
    }

    wait(seconds = Number(this.stateTarget.dataset.again)) {
      if (seconds) this.timer = setTimeout(() => this.refresh(), 1000 * seconds);
    }

    async refresh() {
      if (document.hidden) return this.wait(LATER);
      const response = await fetch(this.urlValue).catch(() => null);
      // A login that has ended is told by the next press; a lost connection may come back.
      if (response?.redirected) return undefined;
      if (!response?.ok) return this.wait(LATER);
      this.show(await response.text());
      return this.wait();
    }

    show(html) {
      if (html === this.html) return;
      this.html = html;
      const focused = document.activeElement?.id;
      this.rowsTarget.innerHTML = html;
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      const { summary } = this.stateTarget.dataset;
      if (this.summaryTarget.textContent !== summary) this.summaryTarget.textContent = summary;
    }
  }

  window.wagtail.app.register("receipt", ReceiptController);
})();
