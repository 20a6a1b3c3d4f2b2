// Suggestions while somebody types in a search field: ARIA's combobox, a list that only helps and a choice by hand.
// Without an answer there is no list, and the form works as it does without this script.
for (const form of document.querySelectorAll("[data-suggest]")) {
  const field = form.q, list = document.createElement("ul"), said = document.createElement("span");
  let wait, asked, active = 0; // 0: the field itself; from 1: the options

  const mark = () => {
    for (const option of list.children) option.removeAttribute("aria-selected");
    const option = list.children[active - 1];
    option?.setAttribute("aria-selected", true);
    option?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option?.id || "");
  };

  const show = (texts, words) => {
    active = 0;
    list.replaceChildren(...texts.map((text, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number + 1}`;
      option.setAttribute("role", "option");
      option.textContent = text;
      return option;
    }));
    list.hidden = !texts.length;
    field.setAttribute("aria-expanded", !list.hidden);
    said.textContent = words;
    mark();
  };

  const close = () => {
    clearTimeout(wait);
    asked?.abort();
    show([], "");
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const query = new URLSearchParams({ q: field.value });
      const answer = await fetch(`${form.dataset.suggest}?${query}`, { signal: asked.signal });
      const { suggestions, words } = await answer.json();
      show(suggestions, words);
    } catch (error) {
      if (error.name !== "AbortError") show([], ""); // no connection; an aborted one was overtaken by the next letter
    }
  };

  const choose = option => {
    field.value = option.textContent;
    close();
    form.submit();
  };

  field.addEventListener("input", () => {
    clearTimeout(wait);
    active = 0; // what is typed holds, not an option chosen before it
    mark();
    if (field.value.trim().length < 2) close();
    else wait = setTimeout(ask, 150);
  });
  field.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], places = list.children.length + 1;
    if (list.hidden || event.isComposing) return;
    if (step) active = (active + step + places) % places;
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active) choose(list.children[active - 1]);
    else {
      if (/^(Home|End|Arrow)/.test(event.key)) active = 0, mark();
      return;
    }
    event.preventDefault();
    mark();
  });
  field.addEventListener("blur", close);
  list.addEventListener("mousedown", event => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", event => event.target !== list && choose(event.target));

  field.type = "text"; // a search field may not be a combobox
  list.id = `${field.id}-ehdotukset`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  form.append(list, said);
  close();
}
