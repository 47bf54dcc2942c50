// What every page does: keeps up with the case, sends forms without losing the place, obeys keys.
// Without this file the pages still work: forms post, links lead, a reload shows what is new.
import { startKeys } from "./keys.js";
import { keepUp } from "./events.js";
import { startReview } from "./review.js";
import { startReplay } from "./replay.js";
import { startTrials } from "./trial.js";
import { isUnsaved } from "./stay.js";
import { swapTo } from "./swap.js";

const SOON = 300; // milliseconds: what is answered sooner needs no word
let isSent = false; // whether a form is being sent that takes the whole page away

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-whole")) {
    isSent = form.method === "post";
    return;
  }
  event.preventDefault();
  if (form.dataset.sending) return; // a key pressed twice sends once
  form.dataset.sending = "1";
  const body = new FormData(form, event.submitter);
  const files = [...body.values()].some((value) => value instanceof File);
  const sent = files ? body : new URLSearchParams(body);
  const arrived = work(form, event.submitter);
  await swapTo(form.action, { method: "POST", body: sent, form, arrived });
  delete form.dataset.sending;
});

// While a form is under way its buttons say so, and keep the focus; gives what ends that.
function work(form, button) {
  const buttons = [...form.elements].filter((each) => each.type === "submit");
  const label = button?.textContent;
  const soon = setTimeout(() => {
    buttons.forEach((each) => each.setAttribute("aria-disabled", "true"));
    if (button) button.textContent = "Working…";
  }, SOON);
  return () => {
    clearTimeout(soon);
    buttons.forEach((each) => each.removeAttribute("aria-disabled"));
    if (button) button.textContent = label;
  };
}

addEventListener("beforeunload", (event) => {
  if (!isSent && isUnsaved()) event.preventDefault();
});

startReview();
startKeys();
keepUp();
startReplay();
startTrials();
