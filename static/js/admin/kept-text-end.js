/*
 * Ends what kept-text.js keeps: all of it at the logout, the rest after four days, enough for a long weekend.
 */
(() => {
  const PREFIX = "kasper-text:";
  const LASTS = 4 * 24 * 60 * 60 * 1000;

  const keys = () => Object.keys(window.localStorage).filter((key) => key.startsWith(PREFIX));
  const isOld = (key) => !(Number.parseInt(key.slice(PREFIX.length), 10) > Date.now() - LASTS);
  const drop = (key) => window.localStorage.removeItem(key);

  keys().filter(isOld).forEach(drop);
  document.addEventListener("submit", ({ target }) => {
    if (new URL(target.action, window.location.href).pathname.endsWith("/logout/")) keys().forEach(drop);
  });
})();
