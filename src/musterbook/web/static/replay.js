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

// Where not all dates fit, the one looked from is brought into sight.
function show() {
  document.querySelectorAll(".replay ol").forEach((list) => {
    const here = list.querySelector("[aria-current]");
    if (here) list.scrollLeft = here.parentElement.offsetLeft - list.offsetLeft - list.clientWidth / 2;
  });
}

function tell(slider) {
  const day = linksOf(slider)[slider.value].textContent;
  slider.setAttribute("aria-valuetext", day);
  slider.closest(".replay").querySelector(".day").textContent = day;
}
