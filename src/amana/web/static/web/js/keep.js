/* Keeping a text on this device, by a press and only then, in one cache a text. What all pages are
   drawn with is kept once. Where scripts or workers are missing, nothing is shown. */
const TEXT = "text ", SHELL = "shell", ABOUT = "/offline/about";
const lang = document.documentElement.lang;

/* The day in both calendars as the house writes it, and the hour of this device. */
function said({ at, days }) {
  const hour = new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { timeStyle: "short", hour12: false }).format(at);
  return `${days[lang]}${lang === "ar" ? "،" : ","} ${hour}`;
}

async function about(name) {
  if (!(await caches.has(name))) return null;
  const found = await (await caches.open(name)).match(ABOUT);
  return found ? found.json() : null;
}

async function fetched(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(address);
  return answer;
}

/* A file that pages are drawn with, and the fonts that a stylesheet names. */
async function keepPart(shell, address) {
  const answer = await fetched(address);
  await shell.put(address, answer.clone());
  if (!address.endsWith(".css")) return;
  const named = (await answer.text()).matchAll(/url\("([^"]+)"\)/g);
  const fonts = [...named].map(([, url]) => new URL(url, new URL(address, location)).pathname);
  await Promise.all(fonts.map(async (font) => shell.put(font, await fetched(font))));
}

async function keepPage(cache, address, parts) {
  const answer = await fetched(address);
  await cache.put(address, answer.clone());
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const each of page.querySelectorAll("link[rel=stylesheet], link[rel=icon]")) parts.add(new URL(each.href).pathname);
  for (const each of page.querySelectorAll("script[src]")) parts.add(new URL(each.src).pathname);
  for (const each of page.querySelectorAll("use")) parts.add(new URL(each.getAttribute("href"), location).pathname);
  const title = page.querySelector("h1").textContent.trim();
  return { lang: page.documentElement.lang, address, title, day: page.querySelector("[data-day]")?.dataset.day };
}

async function keep(box) {
  await navigator.serviceWorker.register("/offline.js");
  await navigator.serviceWorker.ready;
  const [cache, shell, parts] = [await caches.open(box.dataset.keep), await caches.open(SHELL), new Set()];
  const [pages, days] = [[], {}];
  for (const address of box.dataset.pages.split(" ")) pages.push(await keepPage(cache, address, parts));
  for (const address of box.dataset.offline.split(" ")) {
    const page = await keepPage(shell, address, parts);
    days[page.lang] = page.day;
  }
  await Promise.all([...parts].map((address) => keepPart(shell, address)));
  await cache.put(ABOUT, Response.json({ at: Date.now(), lang, days, pages }));
}

async function drop(name) {
  await caches.delete(name);
  if (!(await caches.keys()).some((each) => each.startsWith(TEXT))) await caches.delete(SHELL);
}

async function show(box) {
  const known = await about(box.dataset.keep);
  box.querySelector("[data-press=keep]").hidden = Boolean(known);
  box.querySelector("[data-press=drop]").hidden = !known;
  box.querySelector("[data-all]").hidden = !known;
  box.querySelector("[role=status]").textContent = known ? box.dataset.kept.replace("{when}", said(known)) : "";
  tellOfNetwork(box, known);
  box.hidden = false;
}

/* A kept page looks like any other: where there is no network, it says what it is. */
function tellOfNetwork(box, known) {
  box.querySelector("[data-no-network]").hidden = navigator.onLine || !known;
}

function listen(box) {
  box.addEventListener("click", async ({ target }) => {
    const press = target.closest("[data-press]");
    if (!press) return;
    press.disabled = true;
    box.querySelector("[role=status]").textContent = box.dataset.busy;
    try {
      await (press.dataset.press === "keep" ? keep(box) : drop(box.dataset.keep));
      await show(box);
    } catch {
      await drop(box.dataset.keep);
      box.querySelector("[role=status]").textContent = box.dataset.failed;
    }
    press.disabled = false;
  });
}

/* The list of what is kept: each text in the language it was kept in, since when, and how to let it go. */
async function list(box) {
  const names = (await caches.keys()).filter((name) => name.startsWith(TEXT));
  const lines = await Promise.all(names.map(async (name) => [name, await about(name)]));
  const known = lines.filter(([, each]) => each).sort(([, a], [, b]) => b.at - a.at);
  box.querySelector("[data-none]").hidden = known.length > 0;
  box.querySelector("ul").replaceChildren(...known.map(([name, each]) => line(box, name, each)));
}

function line(box, name, known) {
  const row = box.querySelector("template").content.cloneNode(true).firstElementChild;
  const page = known.pages.find((each) => each.lang === (known.lang ?? lang)) ?? known.pages[0];
  const link = row.querySelector("a");
  [link.href, link.textContent, link.lang] = [page.address, page.title, page.lang];
  row.querySelector(".fine").textContent = box.dataset.kept.replace("{when}", said(known));
  row.querySelector("button").addEventListener("click", async () => {
    await drop(name);
    await list(box);
  });
  return row;
}

const canKeep = "caches" in window && "serviceWorker" in navigator;
for (const box of document.querySelectorAll("[data-keep]")) {
  if (!canKeep) break;
  listen(box);
  show(box);
  for (const change of ["online", "offline"]) addEventListener(change, () => show(box));
}
for (const box of document.querySelectorAll("[data-kept-list]")) {
  if (canKeep) list(box);
}
