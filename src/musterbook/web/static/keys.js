// Keys: each presses a control that is on the page, so nothing can be done by key alone. They can
// be switched off, and never act while something is being written.
const OFF = "muster-keys-off";
const isWriting = (target) => target.closest("input, textarea, select, [contenteditable]");
const isOff = () => Boolean(localStorage.getItem(OFF));
let after = "";

export function startKeys() {
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-overlay]")) showOverlay();
  });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (event.key === "?") return act(event, showOverlay);
  if (document.querySelector("dialog[open]")) return;
  if (isOff()) return;
  if (after === "g") {
    after = "";
    const link = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) act(event, () => link.click());
    return;
  }
  if (event.key === "g") after = "g";
  else if (event.key === "j" || event.key === "k") act(event, () => step(event.key === "j" ? 1 : -1));
  else {
    const control = controlFor(event.key);
    if (control) act(event, () => (control.matches("input") ? control.focus() : control.click()));
  }
}

function act(event, what) {
  event.preventDefault();
  what();
}

// A key acts on the item it stands in, the one chosen with j and k; else on the page, never on an
// item that nobody chose.
function controlFor(key) {
  const found = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((each) => !each.disabled && each.checkVisibility());
  return found.find((each) => each.closest(".current")) ?? found.find((each) => !each.closest("[data-item]"));
}

export function step(by) {
  const items = [...document.querySelectorAll("[data-item]")];
  if (!items.length) return;
  const now = items.findIndex((each) => each.classList.contains("current"));
  const next = items[Math.max(0, Math.min(items.length - 1, now < 0 ? 0 : now + by))];
  choose(next);
}

export function choose(item) {
  document.querySelector(".current")?.classList.remove("current");
  item.classList.add("current");
  item.scrollIntoView({ block: "nearest" });
  item.setAttribute("tabindex", "-1");
  item.focus({ preventScroll: true });
  item.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}

const KEYS = [
  ["?", "this list"], ["/", "go to a claim, measure, report or source"],
  ["g r", "reports"], ["g c", "claims"], ["g a", "account"],
  ["g x", "conflicts"], ["g s", "scenarios"], ["g h", "hypotheses"],
  ["j k", "the next claim or conflict, the one before"], ["a x e", "accept, reject, edit the claim chosen"],
  ["u", "undo the last edit"], ["U", "do again what was undone"], ["r", "show what changed"],
];

function make(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

function showOverlay() {
  const old = document.querySelector("dialog.keys");
  if (old) return old.open ? old.close() : old.showModal();
  const list = make("dl", {});
  for (const [keys, does] of KEYS) {
    const each = keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "]);
    list.append(make("dt", {}, ...each), make("dd", {}, does));
  }
  const words = () => (isOff() ? "Switch keys on" : "Switch keys off");
  const toggle = make("button", { type: "button", textContent: words() });
  toggle.addEventListener("click", () => {
    if (isOff()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    toggle.textContent = words();
  });
  const close = make("button", { type: "button", textContent: "Close" });
  const heading = make("h2", { id: "keys-heading" }, "Keys");
  const note = make("p", { className: "note" }, "Each presses a control of the page. None acts while you write.");
  const dialog = make("dialog", { className: "keys" }, heading, note, list, make("p", {}, toggle, " ", close));
  dialog.setAttribute("aria-labelledby", heading.id);
  close.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
