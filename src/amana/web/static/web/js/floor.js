/* The screens of a floor: keys, clocks, presses. Every press is a form that works without this; with it,
   a press is a tap of the hub (live.js), which keeps it while the network is away. */
const { lang } = document.documentElement;
const regions = document.querySelector(".floor-regions");
const live = document.querySelector("amana-live");
const refused = document.querySelector("[data-refused]");
const offset = regions ? Number(regions.dataset.now) - Date.now() : 0;

/* ---- clocks: counted from the times that the server gave -------------------------------- */

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function tick() {
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const { since, spent, limit } = clock.dataset;
    const running = since ? Math.max(0, (Date.now() + offset - Number(since)) / 1000) : 0;
    const elapsed = Math.floor(Number(spent) + running);
    const left = limit ? Number(limit) - elapsed : null;
    const over = left !== null && left < 0;
    const word = left === null ? clock.dataset.spentWord : over ? clock.dataset.over : clock.dataset.left;
    const time = minutes(left === null ? elapsed : Math.abs(left));
    write(clock.querySelector(".clock-time"), over ? `0:00 +${time}` : time);
    write(clock.querySelector(".clock-word"), word);
    clock.classList.toggle("is-over", over);
  }
}

function write(node, text) {
  if (node && node.textContent !== text) node.textContent = text;
}

/* ---- what is typed and opened stays when a region is drawn again -------------------------- */

const typed = new Map();

function remember(event) {
  if (event.target.id && event.target.form?.matches(".act-form")) typed.set(event.target.id, event.target.value);
}

function restore() {
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (!field) typed.delete(id);
    else if (field.value !== value && field !== document.activeElement) field.value = value;
  }
  tick();
}

document.addEventListener("input", remember);
document.addEventListener("change", remember);

/* A form closes when it is sent, so that the next can be filled in while the network is away. */
function closeAct(form) {
  const act = form.closest("details.act");
  if (!act || form.closest("[data-act-page]")) return null;
  const values = new Map();
  for (const field of form.querySelectorAll("input:not([type=hidden]), select")) {
    values.set(field.id, field.value);
    typed.delete(field.id);
    if (field.matches("input")) field.value = "";
  }
  act.open = false;
  act.querySelector("summary").focus();
  return { id: act.id, values };
}

function reopenAct(closed) {
  const act = closed && document.getElementById(closed.id);
  if (!act) return false;
  act.open = true;
  for (const [id, value] of closed.values) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    typed.set(id, value);
  }
  act.querySelector("input:not([type=hidden]), select")?.focus();
  return true;
}

/* ---- presses ------------------------------------------------------------------------------ */

function said(form, button) {
  const [slug, preset] = button.value.split("?");
  const more = {};
  for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (field.value.trim()) more[field.name] = field.value;
  }
  for (const [name, value] of new URLSearchParams(preset ?? "")) more[name] = value;
  return { slug, more };
}

function settle(form, answer, pressed, closed) {
  mark(pressed, false, Boolean(answer?.refused));
  receipt(answer?.said);
  if (answer?.refused) return refuse(answer.refused, closed);
  refused.hidden = true;
  if (form.closest("[data-act-page]")) location.assign(document.querySelector("[data-act-back]").href);
}

/* The receipt leaves the foot of the window after a while; a delegation keeps the last one. */
function receipt(text) {
  if (!text) return;
  const kept = document.querySelector("[data-mine-received]");
  if (kept) {
    kept.hidden = false;
    write(kept, text);
  }
  setTimeout(() => live.status.textContent === text && live.say(""), 6000);
}

function refuse(no, closed) {
  const lines = [no.sentence, no.do, no.rule?.label, no.rule?.mark].filter(Boolean);
  const box = document.createElement("div");
  box.className = "error-summary";
  box.tabIndex = -1;
  const head = document.createElement("h2");
  head.textContent = refused.dataset.title;
  box.append(head, ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line, dir: "auto" })));
  refused.replaceChildren(box);
  refused.hidden = false;
  if (!reopenAct(closed)) box.focus();
}

/* A delegation sees its own answer at once, and whether it has arrived. */
function mark({ slug, more }, pending, undo = false) {
  if (!["cast", "answer_roll_call"].includes(slug)) return;
  for (const button of document.querySelectorAll("[data-answer]")) {
    const own = button.dataset.answer === more.answer;
    if (pending) button.setAttribute("aria-pressed", String(own));
    else if (undo && own) button.setAttribute("aria-pressed", "false");
    button.classList.toggle("is-pending", pending && own);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!live?.tap || !form.matches("[data-say]") || "plain" in form.dataset) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector("button[name=do]");
  const pressed = said(form, button);
  const closed = closeAct(form);
  mark(pressed, true);
  live.tap(pressed.slug, pressed.more).then(
    (answer) => settle(form, answer, pressed, closed),
    () => {
      mark(pressed, false, true);
      reopenAct(closed);
      form.dataset.plain = ""; // the hub is not there: the form goes the long way
      if (form.querySelector("[name=csrfmiddlewaretoken]") && document.contains(form)) form.requestSubmit(button);
    },
  );
});

/* ---- what is only this delegation's ------------------------------------------------------- */

function showMine(mine) {
  for (const button of document.querySelectorAll("[data-answer]")) {
    if (!button.classList.contains("is-pending")) button.setAttribute("aria-pressed", String(button.dataset.answer === mine.answer));
  }
  for (const each of document.querySelectorAll("[data-when]")) each.hidden = !mine.flags.includes(each.dataset.when);
  const box = document.querySelector("[data-mine]");
  if (!box) return;
  const words = box.querySelector("[data-word-present]").dataset;
  write(box.querySelector("[data-mine-present]"), mine.present ? words.wordPresent : words.wordAbsent);
  const vote = box.querySelector("[data-mine-vote]");
  write(vote, mine.may_vote ? vote.dataset.yes : vote.dataset.no);
  write(box.querySelector("[data-mine-place]"), mine.place ? ` · ${box.dataset.place} ${mine.place}` : "");
  const why = box.querySelector("[data-mine-why]");
  why.hidden = mine.may_vote;
  write(why, mine.may_vote ? "" : `${mine.why[lang]} ${mine.rule[lang]}`);
}

function carrySeat() {
  const seat = new URLSearchParams(location.search).get("as");
  if (!seat) return;
  for (const link of document.querySelectorAll("a[data-carries-seat]")) {
    const address = new URL(link.href);
    if (address.searchParams.get("as")) continue;
    address.searchParams.set("as", seat);
    link.href = address.href;
  }
}

/* ---- keys: one stroke or two, by the letter, on any keyboard ------------------------------ */

let before = "";

function letter(event) {
  if (/^[a-zA-Z0-9]$/.test(event.key)) return event.key;
  const code = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(event.code);
  if (!code) return "";
  return code[2] ?? (event.shiftKey ? code[1] : code[1].toLowerCase());
}

function press(keys) {
  const found = document.querySelector(`[data-press="${CSS.escape(keys)}"]:not([hidden] *)`);
  if (!found) return false;
  if (found.tagName !== "SUMMARY") {
    found.click();
    return true;
  }
  const act = found.parentElement;
  act.open = true;
  (act.querySelector("input:not([type=hidden]), select") ?? act.querySelector("button")).focus();
  act.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const act = document.activeElement?.closest("details.act");
    if (act) {
      act.open = false;
      act.querySelector("summary").focus();
    }
    before = "";
    return;
  }
  const { target } = event;
  if (event.key === "Enter" && target.matches("details.act select")) {
    event.preventDefault();
    target.form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
  const stroke = letter(event);
  if (!stroke) return;
  const keys = before + stroke;
  before = "";
  if (press(keys) || (keys !== stroke && press(stroke))) {
    event.preventDefault();
    event.stopPropagation();
  } else if (document.querySelector(`[data-press^="${CSS.escape(stroke)}"]`)) {
    before = stroke;
  }
}, true);

/* Several names in one field: the list follows the last of them. */
document.addEventListener("input", (event) => {
  const field = event.target;
  const list = document.getElementById("parties");
  if (!list || !field.matches?.("[data-many]")) return;
  const start = /^(.*[;؛]\s*)?/.exec(field.value)[0];
  if ((list.dataset.start ?? "") === start) return;
  list.dataset.start = start;
  for (const option of list.options) {
    option.dataset.own ??= option.value;
    option.value = start + option.dataset.own;
  }
});
document.addEventListener("focusin", (event) => {
  const list = document.getElementById("parties");
  if (!list?.dataset.start || !event.target.matches?.("[list=parties]")) return;
  list.dataset.start = "";
  for (const option of list.options) option.value = option.dataset.own ?? option.value;
});

let last = null;
live?.addEventListener("frame", (event) => {
  last = event.detail.mine ?? null;
  restore();
  carrySeat();
  if (last) showMine(last);
});
tick();
carrySeat();
setInterval(tick, 250);
