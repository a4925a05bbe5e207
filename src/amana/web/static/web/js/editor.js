/* The editor of drafts: it takes over the plain forms of the page. Saves a second after the last key,
   keeps on this device what cannot be sent, shows what others changed, and loses nothing: words typed
   over words that changed meanwhile are set aside by the server, for a person to choose. */
const PAUSE = 1000;
const POLL = 5000;
const LADDER = new Set(["operative", "subparagraph", "subsubparagraph", "annex_paragraph", "annex_item", "article", "paragraph", "point"]);

class Refused extends Error {}

function token() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function seenOf(field) {
  return field.form.elements[`seen-${field.name.replace(/^text-/, "")}`];
}

function isDirty(field) {
  return field.value.trim() !== seenOf(field).value.trim();
}

class Editor {
  constructor(root) {
    this.root = root;
    this.said = document.getElementById("said");
    this.version = Number(root.dataset.version);
    this.timers = new Map();
    this.saving = new Map();
    this.line = Promise.resolve();
    this.isOffline = false;
    this.touched = null;
    root.classList.add("is-live");
    root.addEventListener("input", (event) => this.typed(event.target));
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("pointerdown", (event) => (this.touched = event.target));
    root.addEventListener("focusout", (event) => this.left(event.target));
    root.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("keydown", (event) => this.anywhere(event));
    addEventListener("online", () => this.poll());
    addEventListener("beforeunload", (event) => {
      if (this.dirty().length) event.preventDefault();
    });
    this.putBack();
    this.remark();
    this.fields().forEach((field) => this.grow(field));
    setInterval(() => document.visibilityState === "visible" && this.poll(), POLL);
  }

  fields(within = this.root) {
    return [...within.querySelectorAll("[data-text], input[data-heading]")];
  }

  dirty(within) {
    return this.fields(within).filter(isDirty);
  }

  section(element) {
    return element.closest("[data-block]");
  }

  say(text, act) {
    this.said.replaceChildren(text);
    if (act) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = act.label;
      button.addEventListener("click", act.run, { once: true });
      this.said.append(" ", button);
    }
  }

  /* Typing and saving. */

  typed(field) {
    if (!field.matches("[data-text], [data-heading]")) return;
    this.touched = field;
    this.grow(field);
    this.keep(field);
    const section = this.section(field);
    clearTimeout(this.timers.get(section));
    if (!this.dirty(section).length) return;
    if (!this.isOffline) this.say(this.root.dataset.saidDirty);
    this.timers.set(section, setTimeout(() => this.save(section), PAUSE));
  }

  left(field) {
    const section = field.closest?.("[data-block]");
    if (section && this.dirty(section).length) this.save(section);
  }

  grow(field) {
    if (CSS.supports("field-sizing", "content") || field.tagName !== "TEXTAREA") return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  /* One request after the other: what was typed first is saved first. */
  save(section) {
    clearTimeout(this.timers.get(section));
    this.line = this.line.then(() => this.sendDirty(section)).catch((fault) => this.failed(fault));
    return this.line;
  }

  async sendDirty(section) {
    const fields = this.dirty(section);
    if (!fields.length) return;
    const form = this.form(section, "save");
    const sent = fields.map((field) => [field, field.value]);
    this.put(form, fields);
    this.say(this.root.dataset.saidSaving);
    const answer = await this.post(form);
    this.saved(sent, answer);
    this.say(answer.aside ? this.root.dataset.saidAside : answer.said);
    if (answer.aside) await this.poll();
  }

  form(section, act) {
    const form = new FormData();
    form.set("do", act);
    form.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    form.set("block", section?.dataset.block ?? "");
    form.set("token", token());
    return form;
  }

  put(form, fields) {
    for (const field of fields) {
      form.set(field.name, field.value);
      form.set(seenOf(field).name, seenOf(field).value);
    }
  }

  saved(sent, answer) {
    for (const [field, value] of sent) {
      const stands = answer.fields?.[field.name];
      if (answer.aside && stands !== undefined) {
        if (field.value === value) field.value = stands;
        seenOf(field).value = stands;
      } else {
        seenOf(field).value = value;
      }
      this.keep(field);
      if (isDirty(field)) this.typed(field);
    }
  }

  async post(form) {
    const answer = await fetch(this.root.dataset.do, { method: "POST", body: form, headers: { Accept: "application/json" } });
    const said = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : {};
    this.online();
    if (!answer.ok) throw new Refused(said.fault ?? String(answer.status));
    return said;
  }

  failed(fault) {
    if (fault instanceof Refused) return this.say(fault.message);
    this.offline();
  }

  offline() {
    this.isOffline = true;
    this.root.classList.add("is-offline");
    this.say(this.canKeep() ? this.root.dataset.saidOffline : this.root.dataset.saidHeld);
  }

  online() {
    this.isOffline = false;
    this.root.classList.remove("is-offline");
  }

  /* What is not saved yet is kept on this device, unless the draft is confidential. */

  canKeep() {
    return this.root.dataset.keep === "yes";
  }

  shelf(field) {
    return `amana-draft:${this.root.dataset.key}:${this.section(field).dataset.block}:${field.name}`;
  }

  keep(field) {
    if (!this.canKeep()) return;
    try {
      if (isDirty(field)) localStorage.setItem(this.shelf(field), JSON.stringify({ text: field.value, seen: seenOf(field).value }));
      else localStorage.removeItem(this.shelf(field));
    } catch {
      /* A device without room keeps nothing; the page still saves. */
    }
  }

  putBack() {
    if (!this.canKeep()) return;
    for (const field of this.fields()) {
      const kept = JSON.parse(localStorage.getItem(this.shelf(field)) ?? "null");
      if (!kept) continue;
      if (kept.text.trim() === field.value.trim()) {
        localStorage.removeItem(this.shelf(field));
        continue;
      }
      field.value = kept.text;
      seenOf(field).value = kept.seen;
      this.say(this.root.dataset.saidBack);
      this.save(this.section(field));
    }
  }

  /* Keys. */

  key(event) {
    const field = event.target;
    if (event.key === "Escape" && field.closest("[data-part=panel]")) this.close(this.section(field));
    if (!field.matches("[data-text]") || event.isComposing) return;
    const section = this.section(field);
    const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
    if (this.root.dataset.shape !== "yes") return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (field.value.slice(field.selectionEnd).trim()) this.split(section, field);
      else this.perform("add", section, field);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.perform(event.key === "ArrowUp" ? "up" : "down", section, field);
    } else if (event.key === "Tab" && atStart && this.touched === field && LADDER.has(section.dataset.kind)) {
      event.preventDefault();
      this.perform(event.shiftKey ? "out" : "in", section, field);
    }
    if (event.key !== "Tab" && event.key !== "Shift") this.touched = field;
    if (event.key === "Escape") this.touched = null;
  }

  anywhere(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.all();
    }
    if (event.altKey && (event.key === "?" || event.key === "/")) {
      event.preventDefault();
      document.getElementById("keys")?.showModal();
    }
  }

  all() {
    for (const section of this.root.querySelectorAll("[data-block]")) {
      if (this.dirty(section).length) this.save(section);
    }
    return this.line;
  }

  /* Acts on a whole block: saved first, then done, then shown. */

  perform(act, section, field, more = []) {
    const lang = field?.name?.replace(/^(text|heading)-/, "");
    this.line = this.line
      .then(async () => {
        const fields = section?.isConnected ? this.dirty(section) : [];
        const form = this.form(section, act);
        this.put(form, fields);
        for (const [name, value] of more) form.append(name, value);
        const sent = fields.map((each) => [each, each.value]);
        const answer = await this.post(form);
        this.saved(sent, answer);
        if (act === "remove") this.removed(section);
        else this.say(answer.aside ? this.root.dataset.saidAside : answer.said);
        await this.poll();
        const part = !field && act !== "add" && section?.isConnected && section.querySelector("[data-part=panel]");
        if (part?.firstElementChild) await this.panel(section);
        else this.focus(answer.block, lang);
      })
      .catch((fault) => this.failed(fault));
    return this.line;
  }

  /* What opens at one block: fetched when it is asked for, so that a long draft stays light. */

  clicked(event) {
    const link = event.target.closest("[data-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const section = this.section(link);
    if (link.getAttribute("aria-expanded") === "true") this.close(section);
    else this.panel(section, true).catch((fault) => this.failed(fault));
  }

  async panel(section, isFirst = false) {
    const address = this.root.dataset.panels.replace("BLOCK", section.dataset.block);
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    const said = await answer.json();
    if (!answer.ok) throw new Refused(said.fault ?? String(answer.status));
    const part = section.querySelector("[data-part=panel]");
    part.innerHTML = said.html;
    section.querySelector("[data-open]").setAttribute("aria-expanded", "true");
    (part.querySelector("[name=needs]") ?? part.querySelector("button"))?.focus({ preventScroll: true });
    if (isFirst) part.scrollIntoView({ block: "nearest" });
  }

  close(section) {
    section.querySelector("[data-part=panel]").replaceChildren();
    const link = section.querySelector("[data-open]");
    link.setAttribute("aria-expanded", "false");
    link.focus();
  }

  async split(section, field) {
    const whole = field.value;
    const tail = whole.slice(field.selectionEnd);
    const lang = field.name.replace("text-", "");
    field.value = whole.slice(0, field.selectionStart);
    const before = this.line;
    this.line = before
      .then(async () => {
        const form = this.form(section, "split");
        form.set(field.name, field.value);
        form.set(seenOf(field).name, seenOf(field).value);
        form.set("tail", tail);
        form.set("lang", lang);
        const answer = await this.post(form);
        this.saved([[field, field.value]], answer);
        this.say(answer.said);
        await this.poll();
        this.focus(answer.block, lang);
      })
      .catch((fault) => {
        field.value = whole;
        this.keep(field);
        this.failed(fault);
      });
    return this.line;
  }

  removed(section) {
    this.say(this.root.dataset.saidRemoved, {
      label: this.root.dataset.saidUndo,
      run: () => this.perform("restore", section, null),
    });
  }

  focus(block, lang) {
    const field = document.getElementById(`text-${block}-${lang}`) ?? document.getElementById(block)?.querySelector("[data-text]");
    if (!field || field === document.activeElement) return;
    field.focus();
    this.touched = field;
  }

  submitted(event) {
    const form = event.target;
    const act = event.submitter?.value;
    if (form.matches("[data-block-form]")) {
      event.preventDefault();
      const section = this.section(form);
      if (act === "save" || !act) this.save(section);
      else if (act === "ask" && !this.isAsked(form)) return;
      else this.perform(act, section, null, this.chosen(form));
    } else if (form.matches("[data-aside-form]")) {
      event.preventDefault();
      this.settle(new FormData(form, event.submitter));
    } else if (form.matches("[data-end-form]")) {
      event.preventDefault();
      const last = [...this.root.querySelectorAll("[data-block]")].at(-1);
      this.perform("add", last ?? null, null);
    } else if (form.method === "post" && this.dirty().length) {
      event.preventDefault();
      this.all().then(() => !this.dirty().length && form.requestSubmit(event.submitter));
    }
  }

  /* What was chosen in the part that is open; a language may be chosen more than once. */
  chosen(form) {
    const part = form.querySelector("[data-part=panel]");
    return [...part.querySelectorAll("input, select")]
      .filter((each) => each.type !== "checkbox" || each.checked)
      .map((each) => [each.name, each.value]);
  }

  isAsked(form) {
    const chosen = form.querySelector("[name=needs]:checked");
    if (chosen && form.elements.until.value) return true;
    (chosen ? form.elements.until : form.querySelector("[name=needs]")).focus();
    this.say(this.root.dataset.saidAsk);
    return false;
  }

  settle(form) {
    this.line = this.line
      .then(async () => {
        const answer = await this.post(form);
        await this.poll();
        this.say(answer.said);
      })
      .catch((fault) => this.failed(fault));
  }

  /* What others changed. */

  async poll() {
    const address = new URL(this.root.dataset.state, location.href);
    address.searchParams.set("since", this.version);
    let news;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      news = await answer.json();
    } catch {
      return this.offline();
    }
    const wasOffline = this.isOffline;
    this.online();
    if (!news.same) this.show(news);
    if (wasOffline) {
      this.say("");
      this.all();
    }
  }

  show(news) {
    this.version = news.version;
    const fresh = document.createElement("template");
    fresh.innerHTML = news.html;
    let others = false;
    for (const section of fresh.content.querySelectorAll("[data-block]")) {
      const here = document.getElementById(section.dataset.block);
      if (here) others = this.merge(here, section) || others;
      else this.root.append(section);
    }
    this.order(news.order);
    const known = new Set(news.asides.map(String));
    for (const aside of this.root.querySelectorAll("[data-aside]")) {
      if (!known.has(aside.dataset.aside)) aside.remove();
    }
    const states = document.querySelector("[data-part=states]");
    if (states) states.innerHTML = news.states;
    this.fields().forEach((field) => this.grow(field));
    if (others) this.say(this.root.dataset.saidMeanwhile);
    clearTimeout(this.remarking);
    this.remarking = setTimeout(() => this.remark(), PAUSE);
  }

  /* The remarks on the wording, in the margin, as it now stands. */
  async remark() {
    const part = document.getElementById("remarks");
    try {
      const answer = await fetch(part.dataset.remarks, { headers: { Accept: "application/json" } });
      const said = answer.ok ? await answer.json() : { html: "" };
      part.hidden = !said.html;
      part.lastElementChild.innerHTML = said.html;
    } catch {
      part.hidden = true;
    }
  }

  /* Words of others come in where nobody types here; the rest of the card is taken over. */
  merge(here, fresh) {
    let changed = false;
    for (const cell of fresh.querySelectorAll("[data-cell]")) {
      const mine = here.querySelector(`[data-cell="${cell.dataset.cell}"]`);
      const [field, said] = [mine?.querySelector("[data-text]"), cell.querySelector("[data-text]")];
      if (!field || !said) continue;
      mine.querySelector("[data-part=state]").replaceWith(cell.querySelector("[data-part=state]"));
      const [heading, head] = [mine.querySelector("[data-heading]"), cell.querySelector("[data-heading]")];
      if (!heading !== !head) {
        if (head) field.before(...[...cell.children].slice(0, 2));
        else if (!isDirty(heading)) [seenOf(heading), heading].forEach((each) => each.remove());
      } else if (heading && !isDirty(heading)) {
        changed ||= heading.value !== head.value;
        heading.value = seenOf(heading).value = head.value;
      }
      if (isDirty(field) || field.value === said.value) continue;
      field.value = seenOf(field).value = said.value;
      changed = true;
    }
    here.querySelector("[data-part=label]").textContent = fresh.querySelector("[data-part=label]").textContent;
    here.querySelector("[data-part=asides]").replaceWith(fresh.querySelector("[data-part=asides]"));
    here.dataset.kind = fresh.dataset.kind;
    here.className = fresh.className;
    return changed;
  }

  order(rows) {
    const active = document.activeElement;
    const caret = active?.matches?.("[data-text]") ? [active.selectionStart, active.selectionEnd] : null;
    const known = new Set(rows.map((row) => row.block));
    for (const section of [...this.root.querySelectorAll("[data-block]")]) {
      if (!known.has(section.dataset.block) && !this.dirty(section).length) section.remove();
    }
    let at = this.root.querySelector("[data-block]");
    for (const row of rows) {
      const section = document.getElementById(row.block);
      if (!section) continue;
      if (section === at) at = at.nextElementSibling;
      else this.root.insertBefore(section, at);
      section.className = section.className.replace(/level-\d+/, `level-${row.depth}`);
      const number = section.querySelector("[data-part=number]");
      number.textContent = row.number;
    }
    if (caret && active !== document.activeElement && active.isConnected) {
      active.focus();
      active.setSelectionRange(...caret);
    }
  }
}

const root = document.getElementById("editor");
if (root) new Editor(root);
