/* A screen of the hub.

   <amana-live data-stream="/live/stream?ticket=…" data-frame="/live/frame?ticket=…" data-tap="/live/tap"
     data-ticket="…" data-said-lost="No contact since {time}." data-said-back="…" data-said-sending="…"
     data-said-kept="Not sent yet; …" data-said-failed="…" data-said-over="…">
     <p role="status"></p> … <div data-region="speakers">…</div> … <form data-do="vote">…</form>
   </amana-live>

   A frame is {"n": 42, "html": {region: html}, "mine": {"html": {region: html}, …}, …}: each region is put
   in, then a "frame" event tells it to the page. A form with data-do is a tap; so is tap(do, more), which
   gives a promise of the answer. A tap is sent under one key until it is answered, also after a reload;
   "answer" events tell all answers. An answer's "said" is shown where it can be heard. */

const SILENCE = 5000; // without a sign of life for so long, contact is lost
const POLL = 2000;
const REOPEN = 12000; // a stream that is silent for so long is given up
const WAITS = [300, 700, 1500, 3000, 6000];
const PATIENCE = 20000;
const FIELDS = "input:not([type=button], [type=submit], [type=checkbox], [type=radio]), textarea, select";

function clock(moment) {
  const day = new Date(moment);
  return [day.getHours(), day.getMinutes(), day.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* The fields of a form, a name that stands several times as a list; the button that was pressed too. */
function fieldsOf(form, submitter) {
  const found = {};
  for (const [name, value] of new FormData(form, submitter)) {
    if (name === "csrfmiddlewaretoken" || typeof value !== "string") continue;
    found[name] = name in found ? [found[name], value].flat() : value;
  }
  return found;
}

class TapFailed extends Error {
  constructor(status) {
    super(`tap: ${status}`);
    this.status = status;
  }
}

class AmanaLive extends HTMLElement {
  connectedCallback() {
    this.heardAt = this.streamAt = this.openedAt = Date.now();
    this.shown = new Map();
    this.waiting = new Map();
    this.promises = new Map();
    this.isOver = this.isSending = this.isPolling = false;
    this.newest = -1;
    this.status = this.querySelector("[role=status]") ?? this.appendChild(document.createElement("p"));
    this.status.setAttribute("role", "status");
    this.addEventListener("submit", (event) => this.submitted(event));
    this.addEventListener("focusout", () => setTimeout(() => this.putWaiting()));
    this.addEventListener("change", () => setTimeout(() => this.putWaiting()));
    this.watch = setInterval(() => this.look(), 1000);
    this.onReturn = () => document.visibilityState === "visible" && this.look();
    document.addEventListener("visibilitychange", this.onReturn);
    this.taps = this.kept();
    this.open();
    this.send();
  }

  disconnectedCallback() {
    clearInterval(this.watch);
    document.removeEventListener("visibilitychange", this.onReturn);
    this.source?.close();
  }

  say(text) {
    if (text !== undefined && this.status.textContent !== text) this.status.textContent = text;
  }

  /* The stream. */

  open() {
    this.source?.close();
    this.openedAt = Date.now();
    this.source = new EventSource(this.dataset.stream);
    this.source.addEventListener("beat", () => this.heard(true));
    this.source.addEventListener("frame", (event) => {
      this.heard(true);
      this.show(JSON.parse(event.data));
    });
  }

  heard(byStream) {
    this.heardAt = Date.now();
    if (byStream) this.streamAt = this.heardAt;
    if (!this.hasAttribute("data-lost")) return;
    this.removeAttribute("data-lost");
    this.say(this.dataset.saidBack ?? "");
    this.send();
  }

  /* Each second: is the hub still there? */
  look() {
    if (this.isOver) return;
    const now = Date.now();
    if (now - this.heardAt > SILENCE && !this.hasAttribute("data-lost")) {
      this.dataset.lost = clock(this.heardAt);
      this.say(this.dataset.saidLost?.replace("{time}", this.dataset.lost));
    }
    if (now - this.streamAt > SILENCE) this.poll();
    const wait = this.source.readyState === EventSource.CLOSED ? POLL : REOPEN;
    if (now - Math.max(this.streamAt, this.openedAt) > wait) this.open();
  }

  async poll() {
    if (this.isPolling) return;
    this.isPolling = true;
    try {
      const answer = await fetch(this.dataset.frame, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status === 403) this.over();
      if (answer.ok) {
        const frame = await answer.json();
        this.heard(false);
        this.show(frame);
      }
    } catch {
      /* Still away: the attribute data-lost says so. */
    }
    setTimeout(() => (this.isPolling = false), POLL - 500);
  }

  over() {
    this.isOver = true;
    this.source.close();
    this.dataset.over = "";
    this.say(this.dataset.saidOver);
  }

  /* Frames. */

  show(frame) {
    // A frame that was asked for may come after a newer one of the stream.
    if (frame.n !== undefined && frame.n < this.newest) return;
    this.newest = frame.n ?? this.newest;
    this.frame = frame;
    for (const [name, html] of Object.entries({ ...frame.html, ...frame.mine?.html })) this.put(name, html);
    this.dispatchEvent(new CustomEvent("frame", { detail: frame, bubbles: true }));
  }

  put(name, html) {
    if (this.shown.get(name) === html) return this.waiting.delete(name);
    for (const region of this.querySelectorAll(`[data-region="${CSS.escape(name)}"]`)) {
      if (this.isBeingFilled(region)) return this.waiting.set(name, html);
      this.swap(region, html);
    }
    this.waiting.delete(name);
    this.shown.set(name, html);
  }

  /* Somebody types in it, or has chosen something in it that is not sent yet. */
  isBeingFilled(region) {
    const active = document.activeElement;
    return region.contains(active) && active.matches(FIELDS);
  }

  putWaiting() {
    for (const [name, html] of this.waiting) this.put(name, html);
  }

  swap(region, html) {
    const active = region.contains(document.activeElement) ? document.activeElement : null;
    const open = [...region.querySelectorAll("details[open][id]")].map((part) => part.id);
    region.innerHTML = html;
    for (const id of open) region.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    if (active) this.refocus(region, active);
  }

  refocus(region, active) {
    const names = ["id", "name", "value", "href"].filter((name) => active.getAttribute(name));
    const alike = names.map((name) => `[${name}="${CSS.escape(active.getAttribute(name))}"]`).join("");
    const found = alike && region.querySelector(active.id ? `#${CSS.escape(active.id)}` : active.localName + alike);
    if (found) return found.focus({ preventScroll: true });
    region.setAttribute("tabindex", "-1"); // what had the focus is gone; its place has it now
    region.focus({ preventScroll: true });
  }

  /* Taps. */

  submitted(event) {
    const form = event.target.closest("form[data-do]");
    if (!form) return;
    event.preventDefault();
    const { do: chosen, ...more } = fieldsOf(form, event.submitter);
    this.tap(event.submitter?.dataset.do ?? form.dataset.do ?? chosen, more).then(
      () => form.hasAttribute("data-clear") && form.reset(),
      () => {},
    );
  }

  tap(what, more = {}) {
    const tap = { do: what, more, key: newKey() };
    const answer = new Promise((resolve, reject) => this.promises.set(tap.key, { resolve, reject }));
    this.taps.push(tap);
    this.keep();
    this.say(this.dataset.saidSending);
    this.send();
    return answer;
  }

  /* One after the other, in the order in which they were made. */
  async send() {
    if (this.isSending) return;
    this.isSending = true;
    for (let tries = 0; this.taps.length && !this.isOver; ) {
      const tap = this.taps[0];
      const status = await this.post(tap);
      if (status.isFinal || (status.isFault && tries >= WAITS.length)) {
        this.settle(tap, status);
        tries = 0;
      } else {
        this.say(this.dataset.saidKept);
        await this.pause(WAITS[Math.min(tries, WAITS.length - 1)]);
        tries += 1;
      }
    }
    this.isSending = false;
  }

  pause(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds * (0.7 + 0.6 * Math.random())));
  }

  /* What became of a tap: final, a fault of the server (tried again a few times), or away. */
  async post(tap) {
    try {
      const answer = await fetch(this.dataset.tap, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ ticket: this.ticket, ...tap }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) return { isFinal: true, answer: (await answer.json()).answer };
      return { isFinal: [400, 403, 404, 413].includes(answer.status), isFault: answer.status === 500, code: answer.status };
    } catch {
      return {};
    }
  }

  settle(tap, { answer, code }) {
    this.taps.shift();
    this.keep();
    const promise = this.promises.get(tap.key);
    this.promises.delete(tap.key);
    if (code === undefined) {
      this.say(answer?.said ?? "");
      promise?.resolve(answer);
      this.dispatchEvent(new CustomEvent("answer", { detail: { ...tap, answer }, bubbles: true }));
    } else {
      this.say(this.dataset.saidFailed);
      promise?.reject(new TapFailed(code));
    }
  }

  get ticket() {
    return this.dataset.ticket ?? new URL(this.dataset.stream, location).searchParams.get("ticket");
  }

  /* What is not answered yet is kept for this tab: for the same screen of the same viewer only, as the
     readable part of the ticket says (a new one is in the page after each reload). */
  get shelf() {
    const bytes = Uint8Array.from(atob(this.ticket.split(":")[0].replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const [kind, topic, , viewer] = JSON.parse(new TextDecoder().decode(bytes));
    return `amana-live:${kind}:${topic}:${viewer}`;
  }

  keep() {
    try {
      sessionStorage.setItem(this.shelf, JSON.stringify(this.taps));
    } catch {
      /* A browser without room keeps nothing; the tap is sent all the same. */
    }
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.shelf) ?? "[]");
    } catch {
      return [];
    }
  }
}

customElements.define("amana-live", AmanaLive);
