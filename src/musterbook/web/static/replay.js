// A slider over the days of reports: it presses the links that stand beside it, so that pages
// without this file lose nothing.
import { swapTo } from "./swap.js";

const linksOf = (slider) => [...slider.closest(".replay").querySelectorAll("ol a")];

export function startReplay() {
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-replay]")) tell(event.target);
  });
  document.addEventListener("change", (event) => {
    const slider = event.target;
    if (slider.matches("[data-replay]")) swapTo(linksOf(slider)[slider.value].href, { push: true });
  });
  document.addEventListener("swapped", show);
  show();
}

function show() {
  document.querySelectorAll("[data-replay]").forEach((each) => (each.hidden = false));
}

function tell(slider) {
  const day = linksOf(slider)[slider.value].textContent;
  slider.setAttribute("aria-valuetext", day);
  slider.closest(".replay").querySelector(".day").textContent = day;
}
