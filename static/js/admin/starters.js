/*
 * Starts the admin's choosers, date pickers and inline panels without inline scripts, which the content policy refuses.
 * Where Wagtail writes such a script, the site writes a marker instead (kasper_site/cms/starters.py and the overridden
 * templates in templates/wagtailadmin): the name of the function or class, and its arguments as JSON.
 */
(() => {
  const NAMES = new Set([
    "Chooser",
    "DocumentChooser",
    "ImageChooser",
    "InlinePanel",
    "PageChooser",
    "SnippetChooser",
    "createTaskChooser",
    "initDateChooser",
    "initDateTimeChooser",
    "initTimeChooser",
  ]);

  const PICKERS = new Set(["initDateChooser", "initDateTimeChooser", "initTimeChooser"]);

  // A picker would put the present moment in the place of what it cannot read; the server's error says what to do.
  const withoutGuessing = ([id, options = {}]) => [id, { ...options, validateOnBlur: false }];

  class StarterController extends window.StimulusModule.Controller {
    static values = { name: String, arguments: Array };

    connect() {
      const name = this.nameValue;
      if (!NAMES.has(name)) throw new Error(`Nothing here is started by the name ${name}`);
      const start = window[name];
      const values = PICKERS.has(name) ? withoutGuessing(this.argumentsValue) : this.argumentsValue;
      // Once only: a panel that an editor moves is connected anew.
      this.element.remove();
      if (/^[A-Z]/.test(name)) new start(...values);
      else start(...values);
    }
  }

  window.wagtail.app.register("starter", StarterController);
})();
