/* Sorting of short tables in the browser, by the buttons put into their heads. */
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

function valueOf(row, column) {
  const cell = row.cells[column];
  return (cell.dataset.value ?? cell.innerText).trim();
}

function asNumber(text) {
  const plain = text.replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit)).replace(/[^\d.-]/g, "");
  return plain === "" ? Number.NEGATIVE_INFINITY : Number(plain);
}

function compare(kind, a, b) {
  return kind === "number" ? asNumber(a) - asNumber(b) : collator.compare(a, b);
}

function sort(table, head) {
  const descending = head.ariaSort === "ascending";
  const column = head.cellIndex;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  rows.sort((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if (left === "" || right === "" || left === "—" || right === "—") {
      return (left === "" || left === "—") - (right === "" || right === "—");
    }
    return compare(head.dataset.kind, left, right) * (descending ? -1 : 1);
  });
  for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  body.append(...rows);
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  if (!table.tHead || table.tBodies[0].rows.length < 3) continue;
  for (const head of table.tHead.querySelectorAll("th[data-kind]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = `${table.dataset.sortLabel}: ${head.textContent.trim()}`;
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, head));
    head.append(button);
  }
}
