// Notes what the reader is at before a page's parts are replaced, and brings it back afterwards.
const isText = (field) => field.matches("textarea, input:not([type]), input[type=text], input[type=search], input[type=number], input[type=date], input[type=url]");
const isOurs = (field) => field.name && !["hidden", "file", "submit", "button"].includes(field.type);

export function isChanged(field) {
  if (isText(field)) return field.value !== field.defaultValue;
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) return [...field.options].some((each) => each.selected !== each.defaultSelected) && field.selectedIndex > 0;
  return false;
}

const typed = () => [...document.querySelectorAll("#main form")].flatMap((form) => [...form.elements].filter((each) => isOurs(each) && isChanged(each)));

export const isTyping = () => typed().some((field) => isText(field) || field.matches("select"));

// What a form that writes would lose if the page were left: words not sent, or sent and not taken.
export function isUnsaved() {
  const unsent = typed().some((field) => field.form.method === "post" && (isText(field) || field.matches("select")));
  return unsent || Boolean(document.querySelector("#main form[method=post] .fault"));
}

// A control is known by its id, else by its form's address, its name and its value, and which of
// several alike it is.
function nameOf(control) {
  if (control.id) return `#${control.id}`;
  const value = isText(control) || control.matches("select") ? "" : control.value ?? control.getAttribute("href") ?? "";
  return [control.tagName, control.form?.getAttribute("action") ?? "", control.name ?? "", value, control.textContent.trim().slice(0, 60)].join("|");
}

function keyOf(control) {
  const name = nameOf(control);
  const alike = [...document.querySelectorAll(control.tagName)].filter((each) => nameOf(each) === name);
  return [control.tagName, name, alike.indexOf(control)];
}

function find([tag, name, place]) {
  const alike = [...document.querySelectorAll(tag)].filter((each) => nameOf(each) === name);
  return alike[Math.min(place, alike.length - 1)];
}

const detailsIn = (part) => [...document.querySelectorAll(`${part} details`)];
const summaryOf = (each) => `${each.id}|${each.closest("[id]")?.id ?? ""}|${each.querySelector("summary")?.textContent.trim().replace(/\d+/g, "#")}`;

export function noteState(sentForm) {
  const focused = document.activeElement;
  const inPage = focused && focused !== document.body && document.querySelector("#main, .foot, .rail")?.ownerDocument === document;
  return {
    scroll: [scrollX, scrollY],
    focus: inPage && focused.closest("#main, .foot, .rail, #notices") ? keyOf(focused) : null,
    selection: focused && isText(focused) && focused.type !== "number" ? [focused.selectionStart, focused.selectionEnd] : null,
    current: document.querySelector(".current")?.id,
    open: new Map(["#main", ".foot"].flatMap(detailsIn).map((each) => [summaryOf(each), each.open])),
    typed: typed().filter((each) => each.form !== sentForm).map((each) => [keyOf(each), each.value, each.checked, each.labels?.[0]?.textContent.trim() || each.name]),
  };
}

// Gives what was typed in fields that the new page does not have.
export function restoreState(state) {
  for (const each of ["#main", ".foot"].flatMap(detailsIn)) {
    const was = state.open.get(summaryOf(each));
    if (was !== undefined) each.open = was;
  }
  const homeless = [];
  for (const [key, value, checked, label] of state.typed) {
    const field = find(key);
    if (!field) homeless.push([label, value]);
    else if (field.matches("[type=checkbox], [type=radio]")) field.checked = checked;
    else field.value = value;
  }
  if (state.current) document.getElementById(state.current)?.classList.add("current");
  const focus = state.focus && find(state.focus);
  if (focus) {
    if (!focus.matches("a, button, input, select, textarea, summary, [tabindex]")) focus.setAttribute("tabindex", "-1");
    focus.focus({ preventScroll: true });
    if (state.selection && isText(focus)) focus.setSelectionRange(...state.selection);
  }
  scrollTo({ left: state.scroll[0], top: state.scroll[1], behavior: "instant" });
  return homeless;
}
