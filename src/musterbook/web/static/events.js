// Listens to what happens to the case, and brings the page up to date when something new is there.
// A page that is not in view does not listen: browsers keep few connections to one server open.
import { say, unsay } from "./notices.js";
import { isTyping } from "./stay.js";
import { swapTo } from "./swap.js";

let seen = null;
let stream = null;
let looksAt = "";

export function keepUp() {
  if (!document.getElementById("notices") && !("waits" in document.body.dataset)) return;
  const attend = () => (document.visibilityState === "hidden" ? leave() : listen());
  document.addEventListener("visibilitychange", attend);
  document.addEventListener("swapped", () => location.search === looksAt || leave() || attend());
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => event.persisted && attend());
  attend();
}

function leave() {
  stream?.close();
  stream = null;
}

function listen() {
  if (stream) return;
  if (location.search !== looksAt) seen = null;
  looksAt = location.search;
  stream = new EventSource(`/events${looksAt}`);
  stream.onmessage = (message) => hear(JSON.parse(message.data));
  stream.onopen = () => unsay("lost");
  stream.onerror = () => {
    if (!document.querySelector(".notice.lost")) say("`muster serve` does not answer: what you see is from before.", "lost");
  };
}

function hear(state) {
  if ("waits" in document.body.dataset) {
    if (state.digest) location.reload();
    return;
  }
  const isNew = seen && isAnother(seen, state);
  const [was, is] = [seen, state].map((each) => each && [each.progress, each.errand].map(Boolean).join());
  const hasTurned = seen && was !== is;
  seen = state;
  if (isNew || (hasTurned && !isTyping())) bringUp();
  showProgress(".working .stage", state.progress);
  showProgress(".errand .stage", state.errand);
}

const isAnother = (before, now) => before.digest !== now.digest || before.results !== now.results || before.news !== now.news;

function bringUp() {
  if (!isTyping()) {
    swapTo(location.href);
    return;
  }
  if (document.querySelector(".changed")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.key = "r";
  button.textContent = "Show it";
  button.addEventListener("click", () => swapTo(location.href));
  say(["The case has changed since this page was made. What you are writing is kept. ", button], "changed", false);
}

function showProgress(where, words) {
  const stage = document.querySelector(where);
  if (stage && words) stage.textContent = words.charAt(0).toUpperCase() + words.slice(1);
}
