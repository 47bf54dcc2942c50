// Keys: each presses a control that is on the page, so nothing can be done by key alone. They can
// be switched off, and never act while something is being written.
const OFF = "muster-keys-off";
const isWriting = (target) => target.closest("input, textarea, select, [contenteditable]");
let after = "";

export function startKeys() {
  document.querySelectorAll("[data-overlay]").forEach((each) => (each.hidden = false));
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-overlay]")) showOverlay();
  });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (event.key === "?") return act(event, showOverlay);
  if (localStorage.getItem(OFF)) return;
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

// A key acts on the item it stands in: the one chosen with j and k, else the page.
function controlFor(key) {
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  return document.querySelector(`.current ${wanted}`) ?? document.querySelector(`body > * :not([data-item]) > ${wanted}, .foot ${wanted}, .bar ${wanted}, .notice ${wanted}`);
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
}

function showOverlay() {
  const old = document.querySelector("dialog.keys");
  if (old) return old.open ? old.close() : old.showModal();
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  const isOff = localStorage.getItem(OFF);
  const rows = [
    ["?", "this list"], ["/", "go to a claim, measure, report or source"],
    ["g r c a x s h", "the screens: reports, claims, account, conflicts, scenarios, hypotheses"],
    ["j k", "next, previous"], ["a x e", "accept, reject, edit"], ["u", "undo"], ["r", "show what changed"],
  ];
  const list = document.createElement("dl");
  for (const [key, does] of rows) {
    const term = document.createElement("dt");
    for (const each of key.split(" ")) {
      const kbd = document.createElement("kbd");
      kbd.textContent = each;
      term.append(kbd, " ");
    }
    const text = document.createElement("dd");
    text.textContent = does;
    list.append(term, text);
  }
  const heading = document.createElement("h2");
  heading.textContent = "Keys";
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.textContent = isOff ? "Switch keys on" : "Switch keys off";
  toggle.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    dialog.remove();
  });
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, list, toggle, " ", close);
  document.body.append(dialog);
  dialog.showModal();
}
