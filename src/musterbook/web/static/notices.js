// Says things above the page; each may be closed, and one of a kind replaces the one before.
export function say(words, kind, isWarning = true) {
  const said = document.createElement("div");
  said.className = `notice ${kind}${isWarning ? " warn" : ""}`;
  said.setAttribute("role", isWarning ? "alert" : "status");
  said.append(...(Array.isArray(words) ? words : [words]), " ");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => said.remove());
  said.append(close);
  unsay(kind);
  (document.getElementById("notices") ?? document.body).append(said);
  said.scrollIntoView({ block: "nearest" });
  return said;
}

export function unsay(kind) {
  document.querySelectorAll(`.notice.${kind}`).forEach((each) => each.remove());
}

// What was typed where the page has no field any more is given back, to be copied.
export function sayLost(fields) {
  const list = document.createElement("dl");
  for (const [label, value] of fields) {
    const term = document.createElement("dt");
    term.textContent = label;
    const text = document.createElement("dd");
    text.textContent = value;
    list.append(term, text);
  }
  say(["What you were writing has no place on this page any more; here it is:", list], "homeless");
}
