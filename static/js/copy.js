// Copies a button's `data-copy`, the text of the element whose id is in `data-copy-from`, or what `data-copy-url` answers.
// The button is hidden in the page: without this script, or where the browser has no clipboard, there is none.
const toCopy = async ({ copy, copyFrom, copyUrl }) => {
  if (!copyUrl) return copyFrom ? document.getElementById(copyFrom).innerText.trim() : copy;
  const answer = await fetch(copyUrl);
  if (!answer.ok) throw new Error(answer.status);
  return answer.text();
};
for (const button of document.querySelectorAll("[data-copy], [data-copy-from], [data-copy-url]")) {
  if (!navigator.clipboard || !window.ClipboardItem) break;
  const words = button.textContent, said = document.createElement("span");
  let wait;
  button.addEventListener("click", async () => {
    const text = toCopy(button.dataset).then((found) => new Blob([found], { type: "text/plain" }));
    try {
      // The browser is asked at once and given the text later: Safari allows it only so.
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
      button.textContent = said.textContent = button.dataset.copied;
    } catch {
      button.textContent = said.textContent = button.dataset.failed;
    }
    clearTimeout(wait);
    wait = setTimeout(() => {
      button.textContent = words;
      said.textContent = "";
    }, 4000);
  });
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  button.after(said);
  button.hidden = false;
}
