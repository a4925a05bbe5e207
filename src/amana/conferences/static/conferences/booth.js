/* The booth: takes the paper of a delegation once, and puts it into the box as nobody in particular.
   The token of the paper is kept on this device until the paper is put, and then forgotten. */
import { blind, codeOf, packed, random, unblind, unhex } from "./blind.js";

const LONGEST = 5; // seconds that a paper waits at most before it is sent

const booth = document.querySelector("[data-booth]");
const part = (name) => booth.querySelector(`[data-part="${name}"]`);
const store = `booth-${booth.dataset.booth}`;
const paper = part("paper");

function show(...names) {
  for (const one of booth.querySelectorAll("[data-part]")) one.hidden = !names.includes(one.dataset.part);
}

function say(text) {
  part("said").textContent = text;
  part("said").hidden = !text;
}

function kept() {
  return JSON.parse(localStorage.getItem(store) ?? "null");
}

async function sent(address, said, more) {
  const answer = await fetch(address, {
    method: "POST", body: JSON.stringify(said), referrerPolicy: "no-referrer", ...more,
    headers: { "Content-Type": "application/json", Accept: "application/json", ...more.headers },
  }).catch(() => null);
  if (!answer) throw new Error(booth.dataset.away);
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.fault ?? booth.dataset.away);
  return told;
}

async function take() {
  let own = kept();
  if (!own) {
    own = await blind(booth.dataset.key);
    localStorage.setItem(store, JSON.stringify(own));
  }
  const headers = { "X-CSRFToken": booth.querySelector("[name=csrfmiddlewaretoken]").value };
  const told = await sent(booth.dataset.take, { blinded: own.blinded }, { headers });
  const signature = unblind(own, told.signature, booth.dataset.key);
  localStorage.setItem(store, JSON.stringify({ token: own.token, signature }));
  show("paper");
}

function chosen() {
  return [...paper.querySelectorAll("input:checked")].filter((box) => box.value);
}

function fit() {
  const full = chosen().length >= Number(booth.dataset.places);
  for (const box of paper.querySelectorAll("input[type=checkbox]")) box.disabled = full && !box.checked;
}

function ask() {
  const names = chosen().map((box) => box.closest("label").textContent.trim());
  const list = part("sure").querySelector("ul");
  list.replaceChildren(...(names.length ? names : [booth.dataset.blank]).map((name) => {
    const line = document.createElement("li");
    line.textContent = name;
    return line;
  }));
  show("sure");
  part("sure").querySelector("button").focus();
}

function pause() {
  const [number] = new Uint32Array(random(4).buffer);
  return new Promise((done) => setTimeout(done, 1000 * (1 + (number / 2 ** 32) * (LONGEST - 1))));
}

async function put() {
  show("going");
  const own = kept();
  const names = chosen().map((box) => box.value);
  const said = { token: packed(unhex(own.token)), signature: own.signature, names };
  await pause();
  try {
    await sent(booth.dataset.box, said, { credentials: "omit" });
  } catch (fault) {
    show("sure");
    throw fault;
  }
  localStorage.removeItem(store);
  paper.reset();
  part("receipt").querySelector("output").textContent = await codeOf(unhex(own.token));
  show("receipt");
}

function save() {
  const code = part("receipt").querySelector("output").textContent;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${booth.dataset.title}\n${code}\n`], { type: "text/plain" }));
  link.download = "receipt.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

function on(name, act) {
  for (const button of booth.querySelectorAll(`[data-act="${name}"]`)) {
    button.addEventListener("click", async () => {
      say("");
      button.disabled = true;
      try {
        await act();
      } catch (fault) {
        say(fault.message);
      }
      button.disabled = false;
    });
  }
}

on("take", take);
on("ask", ask);
on("back", () => show("paper"));
on("put", put);
on("save", save);
paper.addEventListener("change", fit);
paper.addEventListener("submit", (event) => event.preventDefault());
if (!window.isSecureContext || !crypto.subtle) show("insecure");
else show(kept()?.signature ? "paper" : "take");
