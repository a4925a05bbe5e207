/* A table that fits into its column needs no scrolling: its head may then stay in sight down the page. */
function fit(region) {
  region.classList.remove("fits");
  region.classList.toggle("fits", region.scrollWidth <= region.clientWidth + 1);
}

const regions = [...document.querySelectorAll(".table-region")];
if (regions.length) {
  let width = 0;
  new ResizeObserver(() => {
    if (document.body.clientWidth === width) return;
    width = document.body.clientWidth;
    regions.forEach(fit);
  }).observe(document.body);
  document.fonts?.ready.then(() => regions.forEach(fit));
}
