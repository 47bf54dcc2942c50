// What every page does: keeps up with the case, sends forms without losing the place, obeys keys.
// Without this file the pages still work: forms post, links lead, a reload shows what is new.
import { startKeys } from "./keys.js";
import { keepUp } from "./events.js";
import { startReview } from "./review.js";
import { startReplay } from "./replay.js";
import { startTrials } from "./trial.js";
import { swapTo } from "./swap.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-whole")) return;
  event.preventDefault();
  if (form.dataset.sending) return; // a key pressed twice sends once
  form.dataset.sending = "1";
  const body = new FormData(form, event.submitter);
  const files = [...body.values()].some((value) => value instanceof File);
  const sent = files ? body : new URLSearchParams(body);
  await swapTo(form.action, { method: "POST", body: sent, form });
  delete form.dataset.sending;
});

startReview();
startKeys();
keepUp();
startReplay();
startTrials();
