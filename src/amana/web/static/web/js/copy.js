/* Copies a text, a line for each paragraph of it, and says so. Without scripts no button is shown. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const parts = document.getElementById(button.dataset.copy)?.querySelectorAll("p");
  if (!parts || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText([...parts].map((part) => part.textContent.trim()).join("\n"));
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
  });
}
