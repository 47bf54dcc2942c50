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
let asked = null; // the form by which the page is left
let isSent = false; // whether a form is being sent that takes the whole page away

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-whole")) {
    isSent = form.method === "post";
    asked = form;
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

// What was asked stands in the new address; who comes back finds the page of the old one.
addEventListener("pagehide", () => {
  if (asked?.method === "get") asked.reset();
  asked = null;
});

addEventListener("beforeunload", (event) => {
  if (!isSent && isUnsaved()) event.preventDefault();
});

document.documentElement.classList.add("js"); // shows what is of no use without this file
startReview();
startKeys();
keepUp();
startReplay();
startTrials();
