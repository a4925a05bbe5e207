/* Keys: "?" lists them; "/" search, "d" the day, "m" the content; Escape closes a footnote. */
const dialog = document.getElementById("keys");
const opener = document.querySelector("[data-keys]");

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function openDay() {
  const details = document.querySelector(".day-change");
  if (!details) return;
  details.open = true;
  details.querySelector("input[name=on]").focus();
}

const acts = {
  "?": () => dialog?.showModal(),
  "/": () => document.getElementById("site-search")?.focus(),
  "d": openDay,
  "m": () => document.getElementById("main")?.focus(),
};

function closeFootnotes() {
  for (const open of document.querySelectorAll("details.source[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return closeFootnotes();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = acts[event.key];
  if (act && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    act();
  }
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("details.source")) {
    for (const open of document.querySelectorAll("details.source[open]")) open.open = false;
  }
});

if (opener && dialog) {
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
}
