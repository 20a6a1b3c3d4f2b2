// "Leave quickly" on every page: by a press of the link, or by pressing Shift alone three times in a row.
// The page is emptied first, so that it is gone however slow the way out is, and it leaves the browser's history.
const exit = document.querySelector(".quick-exit [data-to]");

if (exit) {
  const said = document.createElement("span");
  let presses = 0, isAlone = false, isGoing = false, pause;

  function leave() {
    document.title = "\u00a0"; // an empty one would show the address
    document.body.textContent = "";
    document.body.append(said);
    // Our own server tells the browser to forget; where it does not answer soon, she goes without. She goes once: to
    // set out again would begin the loading anew.
    fetch(exit.href, { redirect: "manual", cache: "no-store" }).then(go, go);
    setTimeout(go, 600);
  }

  function go() {
    if (!isGoing) location.replace(exit.dataset.to);
    isGoing = true;
  }

  function startAgain() {
    presses = 0;
    said.textContent = "";
  }

  addEventListener("keydown", event => {
    if (event.repeat) return;
    isAlone = event.key === "Shift";
    if (!isAlone) startAgain();
  });
  addEventListener("pointerdown", () => (isAlone = false));
  addEventListener("keyup", event => {
    if (event.key !== "Shift" || !isAlone) return;
    isAlone = false;
    said.textContent = exit.text + ": " + (exit.dataset.words.split("|")[presses++] || "");
    clearTimeout(pause);
    if (presses === 3) leave();
    else pause = setTimeout(startAgain, 5000);
  });
  exit.addEventListener("click", event => {
    event.preventDefault();
    leave();
  });
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  exit.parentNode.append(said);
}
