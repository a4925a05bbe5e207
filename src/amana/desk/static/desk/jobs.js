/* Keeps the list of jobs true while one of them is open. Without scripts there is a link for it. */
const PAUSE = 2000;
const list = document.getElementById("jobs");

async function look() {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById("jobs");
  if (!now || list.contains(document.activeElement)) return;
  list.replaceChildren(...now.childNodes);
  list.toggleAttribute("data-open", now.hasAttribute("data-open"));
}

async function watch() {
  while (list?.hasAttribute("data-open")) {
    await new Promise((later) => setTimeout(later, PAUSE));
    if (!document.hidden) await look().catch(() => {});
  }
}

watch();
