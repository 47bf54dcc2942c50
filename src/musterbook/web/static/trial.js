// Keeps the address of a trial short: fields that say what is written anyway are not sent.
export function startTrials() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-trial]")) return;
    const same = [...event.target.querySelectorAll("[data-written]")].filter(
      (field) => field.value.trim() === "" || field.value.trim() === field.dataset.written,
    );
    same.forEach((field) => (field.disabled = true));
    setTimeout(() => same.forEach((field) => (field.disabled = false)));
  });
}
