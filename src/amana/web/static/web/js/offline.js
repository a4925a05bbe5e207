/* Reading without a network. This worker keeps nothing by itself: only a press keeps a text
   (keep.js). Where the network fails it answers with what was kept, and otherwise with the page
   that says so in the language of the address. */
const HOW = { ignoreVary: true };

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => kept(address)));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(fetch(request).catch(() => part(address)));
  }
});

/* The page as it was kept; a text in one language is the page of that language. */
async function kept(address) {
  const asked = await caches.match(address.pathname + address.search, HOW);
  if (asked) return asked;
  const lang = address.searchParams.get("langs");
  if (/^(ar|en|fr)$/.test(lang)) {
    address.searchParams.delete("langs");
    const own = address.pathname.replace(/^\/(ar|en|fr)\//, `/${lang}/`) + address.search;
    const found = await caches.match(own, HOW);
    if (found) return found;
  }
  const reader = /^\/(ar|en|fr)\//.exec(address.pathname)?.[1] ?? "ar";
  return (await caches.match(`/${reader}/offline/`, HOW)) ?? Response.error();
}

async function part(address) {
  return (await caches.match(address.pathname, { ...HOW, ignoreSearch: true })) ?? Response.error();
}
