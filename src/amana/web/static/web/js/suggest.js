/* Search as you type, for any input with data-suggest: a list box by the ARIA pattern.
   The address answers {"items": [{"title", "url", "kind", "symbol", "excerpt", "lang"}]}. */
const PAUSE = 180;

function line(item, id) {
  const option = document.createElement("li");
  option.role = "option";
  option.id = id;
  option.dataset.url = item.url;
  for (const name of ["kind", "title", "symbol", "excerpt"]) {
    const text = item[name];
    if (!text) continue;
    const part = document.createElement(name === "symbol" ? "bdi" : "span");
    part.className = name;
    part.textContent = text;
    if (name === "symbol") {
      part.dir = "ltr";
    } else if (name !== "kind" && item.lang) {
      part.lang = item.lang;
      part.dir = item.lang === "ar" ? "rtl" : "ltr";
    }
    option.append(part);
  }
  return option;
}

class Suggestions {
  constructor(input) {
    this.input = input;
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = `${input.id}-list`;
    this.list.role = "listbox";
    this.list.ariaLabel = input.labels[0]?.textContent ?? "";
    this.list.hidden = true;
    input.closest("form").append(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => this.go(event.target.closest("[data-url]")));
    this.close();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asked?.abort();
    const query = this.input.value.trim();
    if (query.length < 2) return this.close();
    this.asked = new AbortController();
    const address = new URL(this.input.dataset.suggest, location.href);
    address.searchParams.set("q", query);
    try {
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show((await answer.json()).items);
    } catch (fault) {
      if (fault.name !== "AbortError") this.close();
    }
  }

  show(items) {
    this.list.replaceChildren(...items.map((item, at) => line(item, `${this.list.id}-${at}`)));
    if (!items.length) {
      const none = document.createElement("li");
      none.textContent = this.input.dataset.none;
      this.list.append(none);
    }
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.at = -1;
  }

  key(event) {
    const options = [...this.list.querySelectorAll("[data-url]")];
    if (event.key === "Escape") this.close();
    if (this.list.hidden || !options.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
      options.forEach((each, at) => each.setAttribute("aria-selected", String(at === this.at)));
      options[this.at].scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", options[this.at].id);
    }
    if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.go(options[this.at]);
    }
  }

  go(option) {
    if (option) location.assign(option.dataset.url);
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Suggestions(input);
