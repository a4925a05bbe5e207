/* The check-in desk. Every scan is first kept on the device under its own key, then sent; it leaves
   the device only when it was answered. Cut off, the desk says so and since when, goes on, and
   sends again by itself: the same key counts once. Works with a scanner that types, with the camera
   where the browser reads codes, and by name. */
const page = document.querySelector("[data-checkin]");
const said = page.dataset;
const at = (name) => page.querySelector(`[data-${name}]`);
const form = at("desk-form");
const code = form.elements.code;
let token = form.querySelector('[name="csrfmiddlewaretoken"]').value;
const PING = 2500, PATIENCE = 2200, AT_ONCE = 50, LEARN = 60000;

const store = `checkin:${said.checkin}`;
const kept = () => JSON.parse(localStorage.getItem(store) ?? "[]");
const keep = (scans) => localStorage.setItem(store, JSON.stringify(scans));
const unique = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");
const device = localStorage.getItem("checkin-device") ?? unique();
localStorage.setItem("checkin-device", device);
form.elements.desk.value ||= localStorage.getItem("checkin-desk") ?? "";
form.elements.desk.addEventListener("change", () => localStorage.setItem("checkin-desk", form.elements.desk.value));

const clock = (time) => time.toLocaleTimeString("en-GB", { timeZone: said.zone });
const tell = (place, text) => { place.textContent = text; place.hidden = !text; };
const line = (text, name = "p") => { const it = document.createElement(name); it.dir = "auto"; it.textContent = text; return it; };

/* --- Contact */
let lost = null, people = { people: [], revoked: [] }, sending = false, shown = "", learnt = 0;

function cut(text) {
  lost ??= new Date();
  tell(at("net"), text ?? said.lost.replace("{at}", clock(lost)));
  at("net").classList.add("is-cut");
}

function reached(answer) {
  if (lost) {
    lost = null;
    at("net").classList.remove("is-cut");
    tell(at("net"), said.back);
    setTimeout(() => { if (!lost) tell(at("net"), ""); }, 4000);
  }
  if (answer.token) token = answer.token; // another one after signing in again
  if (Date.now() - learnt > LEARN) learn();
  if (answer.hall) document.querySelector("[data-hall]").textContent = answer.hall;
}

async function ask(address, body) {
  const headers = { Accept: "application/json" };
  if (body) Object.assign(headers, { "Content-Type": "application/json", "X-CSRFToken": token });
  const answer = await fetch(address, {
    method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(body ? 2 * PATIENCE : PATIENCE), redirect: "error",
  });
  const told = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(told.fault), { status: answer.status, fault: told.fault });
  return told;
}

function failed(fault) {
  if (fault.status === 401) cut(said.signedOut);
  else cut(fault.fault);
}

/* The list of people grows old: badges are issued and revoked while the desk works. */
async function learn() {
  learnt = Date.now();
  try { people = await ask(said.people); if (search.value) find(); } catch (fault) { learnt = 0; failed(fault); }
}

async function beat() {
  if (!document.hidden) {
    try { reached(await ask(said.ask)); } catch (fault) { failed(fault); }
    if (!lost) await send();
  }
  setTimeout(beat, PING);
}

/* --- Scans */
function count() {
  const waiting = kept().filter((scan) => scan.late).length;
  tell(at("queue"), waiting ? said.waiting.replace("{count}", waiting) : "");
}

function take(scan) {
  const one = { key: unique(), way: form.elements.way.value, scanned: new Date().toISOString(), ...scan };
  keep([...kept(), one]);
  shown = one.key;
  at("result").classList.add("is-asked"); // nobody takes the answer before for this one
  if (lost) wait(one);
  send();
}

/* What a desk can say by itself: who it is by the list, and that a badge was revoked. */
function wait(scan) {
  keep(kept().map((each) => (each.key === scan.key ? { ...each, late: true } : each)));
  count();
  if (shown !== scan.key) return;
  const read = scan.code?.replace(/[\s-]/g, "").toUpperCase().match(/([A-Z2-7]{16})[A-Z2-7]{16}\/?$/)?.[1];
  const who = people.people.find((each) => (scan.code ? each.serial && each.serial === read : each.number === scan.number));
  if (read && people.revoked.includes(read)) show({ kind: "fault", title: said.revoked });
  else show({ kind: "attention", title: said.kept, party: who?.party, name: who?.name, rank: who?.rank, text: `${who ? "" : `${said.unknown}. `}${said.later}` });
}

async function send() {
  if (sending) return;
  sending = true;
  const some = kept().slice(0, AT_ONCE);
  try {
    if (!some.length) return;
    const scans = some.map(({ late, scanned, ...scan }) => (late ? { ...scan, scanned } : scan));
    const told = await ask(said.scan, { device, desk: form.elements.desk.value, scans });
    const answered = new Set(told.answers.map((each) => each.key));
    keep(kept().filter((scan) => !answered.has(scan.key)));
    const late = new Set(some.filter((scan) => scan.late).map((scan) => scan.key));
    reached(told);
    for (const each of told.answers) {
      if (each.key === shown) show(each);
      list(each, late.has(each.key));
    }
  } catch (fault) {
    failed(fault);
    for (const scan of some) if (!scan.late) wait(scan);
  } finally {
    sending = false;
    count();
  }
  if (kept().length && !lost) send();
}

/* --- What is seen */
function show(told) {
  const box = document.createElement("div");
  box.className = `passage passage-${told.kind}`;
  const title = line(told.title);
  title.className = "passage-title";
  box.append(title);
  if (told.party) { const party = line(told.party); party.className = "passage-party"; box.append(party); }
  if (told.name) box.append(line([told.name, told.rank].filter(Boolean).join(" · ")));
  if (told.text) box.append(line(told.text));
  if (told.again) box.append(line(said.again));
  at("result").replaceChildren(box);
  at("result").classList.remove("is-asked");
}

function list(told, late) {
  const item = document.createElement("li");
  const status = line(told.title, "span");
  status.className = `status status-${told.kind}`;
  const more = [clock(new Date()), told.party, told.good ? "" : told.text, late ? said.late : ""];
  item.append(status, " ", line(more.filter(Boolean).join(" · "), "span"));
  at("last").querySelector(":scope > .fine")?.remove(); // "Nobody has passed yet"
  at("last").prepend(item);
  while (at("last").children.length > 12) at("last").lastElementChild.remove();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (code.value.trim()) take({ code: code.value.trim() });
  code.value = "";
  code.focus();
});

/* --- By name */
const search = at("name-form").elements.q;
const simple = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0652\u0640]/g, "").replace(/[أإآ]/g, "ا").toLowerCase();
function find() {
  const wanted = simple(search.value).split(/\s+/).filter(Boolean);
  const found = wanted.length
    ? people.people.filter((each) => { const told = simple(`${each.words} ${each.name} ${each.party}`); return wanted.every((word) => told.includes(word)); }).slice(0, 8)
    : [];
  at("found").replaceChildren(...found.map(person));
  if (wanted.length && !found.length) at("found").append(line(said.none, "li"));
}
function person(each) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const strong = line(each.name, "strong");
  name.append(strong, " · ", line(each.party, "bdi"));
  const acts = document.createElement("span");
  for (const way of ["in", "out"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = said[way];
    button.addEventListener("click", () => {
      take({ number: each.number, way });
      search.value = "";
      find();
      code.focus(); // a scanner that types must not press this button again
    });
    acts.append(button, " ");
  }
  item.append(name, acts);
  return item;
}
search.addEventListener("input", find);
at("name-form").addEventListener("submit", (event) => { if (people.people.length) { event.preventDefault(); find(); } });

/* --- By camera */
if ("BarcodeDetector" in window && navigator.mediaDevices) {
  const button = at("camera"), video = at("video");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (video.srcObject) {
      for (const track of video.srcObject.getTracks()) track.stop();
      video.srcObject = null;
      video.hidden = true;
      return;
    }
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.hidden = false;
      await video.play();
      watch(video, new BarcodeDetector({ formats: ["qr_code"] }));
    } catch {
      show({ kind: "attention", title: said.noCamera });
    }
  });
}
async function watch(video, detector, before = "", since = 0) {
  if (!video.srcObject) return;
  const [found] = await detector.detect(video).catch(() => []);
  const text = found?.rawValue ?? "", now = Date.now();
  if (text && (text !== before || now - since > 4000)) {
    take({ code: text });
    [before, since] = [text, now];
  } else if (text) since = now;
  setTimeout(() => watch(video, detector, before, since), 250);
}

addEventListener("offline", () => cut());
addEventListener("online", () => send());
learn();
count();
beat();
