// Says on the page what allauth's scripts only tell the console, and leaves out what cannot work.
document.addEventListener("allauth.error", (event) => {
  const fault = document.querySelector("[data-passkey-fault]");
  if (!fault) return;
  event.preventDefault();
  fault.hidden = false;
  fault.scrollIntoView({ block: "center" });
});
document.addEventListener("DOMContentLoaded", () => {
  const able = "PublicKeyCredential" in window;
  for (const each of document.querySelectorAll("[data-passkey]")) each.hidden = !able;
});
