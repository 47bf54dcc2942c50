// Fetches a page and puts its parts in the place of those shown. What the reader was at stays:
// where the page is scrolled to, what has the focus, which details are open, what is being typed.
import { noteState, restoreState } from "./stay.js";
import { say, sayLost } from "./notices.js";

export { isTyping } from "./stay.js";

const PARTS = ["#main", "#notices", ".rail ol", ".bar .case", ".bar .theme", ".bar .jump", ".foot"];
let shown = location.pathname + location.search;

export async function swapTo(address, options = {}) {
  const from = shown;
  const staysHere = options.method !== "POST" && !options.push; // brought up to date, no step on
  const answer = await ask(address, options);
  options.arrived?.();
  if (!answer) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (staysHere && shown !== from) return false; // the reader has stepped on meanwhile
  if (!page.querySelector("#notices")) {
    await showRefusal(page, answer.status);
    return false;
  }
  const isElsewhere = answer.ok && new URL(answer.url).pathname !== location.pathname;
  const state = isElsewhere ? { ...noteState(options.form), scroll: [0, 0] } : noteState(options.form);
  const givenBack = document.querySelectorAll(staysHere ? ".notice.homeless, .notice.said" : ".notice.homeless");
  for (const part of PARTS) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (old && fresh) old.replaceWith(fresh);
  }
  document.title = page.title;
  document.body.dataset.token = page.body.dataset.token;
  if (answer.ok) rename(new URL(answer.url), new URL(address, location.href).hash, options);
  document.getElementById("notices").append(...givenBack);
  const homeless = restoreState(state);
  if (homeless.length) sayLost(homeless);
  document.dispatchEvent(new CustomEvent("swapped"));
  return true;
}

async function ask(address, { form: _form, push: _push, arrived: _arrived, ...options }) {
  try {
    return await fetch(address, { headers: { "X-Swap": "1" }, ...options });
  } catch {
    say("`muster serve` does not answer. Nothing was saved, and what you wrote is still here.", "unanswered");
    return null;
  }
}

// The address is the state: one that is new is a step that Back takes back.
function rename(there, hash, options) {
  const path = there.pathname + there.search;
  if (options.method !== "POST" && !options.push) return;
  const whole = path + (path === shown ? location.hash : hash);
  if (path === shown) history.replaceState(null, "", whole);
  else history.pushState(null, "", whole);
  shown = path;
}

addEventListener("popstate", async () => {
  const path = location.pathname + location.search;
  if (path === shown) return;
  shown = path;
  if (!(await swapTo(location.href))) location.reload();
});

// A refusal is shown over the page, which stays as it is: nothing typed is lost.
async function showRefusal(page, status) {
  const words = [...(page.querySelector("main")?.childNodes ?? [`The server answered ${status}.`])];
  const said = say(words, "refusal");
  said.querySelector("h1")?.replaceWith(Object.assign(document.createElement("h2"), { textContent: page.querySelector("h1")?.textContent ?? said.querySelector("h1").textContent }));
  if (status === 403 && (await takeToken())) {
    said.append(" This page has been brought up to the present run: send it again.");
  }
}

// The server was started anew: forms take its new token, if it still serves the same case.
async function takeToken() {
  const answer = await ask(location.href, {});
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const name = (of) => of.querySelector(".bar .case b")?.textContent;
  if (!page?.body.dataset.token || name(page) !== name(document)) return false;
  document.body.dataset.token = page.body.dataset.token;
  document.querySelectorAll('input[name="token"]').forEach((each) => (each.value = page.body.dataset.token));
  return true;
}
