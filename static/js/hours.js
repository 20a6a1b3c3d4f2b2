// Keeps a page that was left open true: at the moment that the server has named, or when the page is looked at again
// after it, the page is asked for anew, and the parts that tell what is open are taken from it.
const bar = () => document.querySelector("[data-until]");
let timer;

const plan = (least) => {
  clearTimeout(timer);
  const wait = Date.parse(bar().dataset.until) - Date.now();
  timer = setTimeout(renew, wait > 0 ? wait : least);
};

const renew = async () => {
  plan(60000); // if this fails, or the phone's clock runs ahead
  const answer = await fetch(location.href, { cache: "no-cache" }).catch(() => {});
  if (!answer) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-live]")) {
    const now = page.querySelector(`[data-live="${old.dataset.live}"]`)?.cloneNode(true);
    if (!now) continue;
    const held = old.contains(document.activeElement) && document.activeElement.getAttribute("href");
    old.replaceWith(now);
    if (held) now.querySelector(`[href="${held}"]`)?.focus();
  }
  plan(60000);
};

if (bar()) {
  plan(0);
  addEventListener("pageshow", () => plan(0));
  addEventListener("visibilitychange", () => plan(0));
}
