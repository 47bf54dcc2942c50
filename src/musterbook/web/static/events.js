// Listens to what happens to the case, and brings the page up to date when something new is there.
import { isTyping, swapTo } from "./swap.js";

let seen = null;

export function keepUp() {
  if (!document.getElementById("notices")) return;
  const stream = new EventSource(`/events${location.search}`);
  stream.onmessage = (message) => {
    const state = JSON.parse(message.data);
    const isNew = seen && (seen.digest !== state.digest || seen.results !== state.results);
    const hasEnded = seen && seen.progress && !state.progress;
    seen = state;
    if (isNew || hasEnded) bringUp();
    else showProgress(state.progress);
  };
  addEventListener("pagehide", () => stream.close());
}

function bringUp() {
  if (!isTyping()) {
    swapTo(location.href);
    return;
  }
  if (document.querySelector(".changed")) return;
  const told = document.createElement("p");
  told.className = "notice changed";
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.key = "r";
  button.textContent = "Show it";
  button.addEventListener("click", () => swapTo(location.href));
  told.append("The case has changed since this page was made. What you are writing is kept until you ask for it. ", button);
  document.getElementById("notices").append(told);
}

function showProgress(words) {
  const stage = document.querySelector(".working .stage");
  if (stage && words) stage.textContent = words.charAt(0).toUpperCase() + words.slice(1);
}
