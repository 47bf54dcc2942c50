// The text of a report and its cards: light up together, keep the place while claims are decided,
// and make a claim of the words selected. All by delegation, since the page's parts are swapped.
import { choose } from "./keys.js";
import { swapTo } from "./swap.js";

const decided = []; // the cards decided on, so that undo leads back to the last
let wanted = ""; // the card at hand, also when the page has been swapped
let hasMoved = location.hash.startsWith("#claim-"); // whether that is another card than before
let before = null; // the cards there were when a new claim was sent
const ids = () => [...document.querySelectorAll("[data-item]")].map((each) => each.dataset.item);
const card = (id) => document.querySelector(`[data-item="${CSS.escape(id)}"]`);

export function startReview() {
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, light);
  document.addEventListener("click", press);
  document.addEventListener("submit", remember, true);
  document.addEventListener("swapped", findPlace);
  document.addEventListener("chosen", (event) => (wanted = event.target.dataset.item));
  document.addEventListener("selectionchange", offerSoon);
  dropFiles();
  findPlace();
}

// A mark lights its claims' cards, a card its marks.
function light(event) {
  const mark = event.target.closest?.("mark[data-claims]");
  const item = event.target.closest?.(".review-card[data-item]");
  document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
  if (mark) mark.dataset.claims.split(" ").forEach((id) => card(id)?.classList.add("lit"));
  if (item) marksOf(item.dataset.item).forEach((each) => each.classList.add("lit"));
}

const marksOf = (id) => document.querySelectorAll(`mark[data-claims~="${CSS.escape(id)}"]`);

function press(event) {
  const swap = event.target.closest("a[data-swap]");
  if (swap && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    wanted = swap.closest("[data-item]")?.dataset.item ?? wanted;
    follow(swap.href);
    return;
  }
  const measure = event.target.closest("[data-measure]");
  if (measure) return putMeasure(measure);
  const put = event.target.closest("[data-put]");
  if (put) return putWords(put);
  const link = event.target.closest("mark a[href^='#claim-'], a[data-next]");
  const item = link && card(decodeURIComponent(link.hash.slice("#claim-".length)));
  if (item) {
    event.preventDefault();
    choose(item);
    return;
  }
  const pressed = event.target.closest(".review-card[data-item]");
  if (pressed && !event.target.closest("a, button, input, textarea, select, summary, label")) choose(pressed);
}

async function follow(address) {
  if (!(await swapTo(address, { push: true }))) return;
  document.querySelector("#sheet [data-first]")?.focus();
}

function putMeasure(button) {
  const says = button.closest("form").elements.says;
  const [, ...rest] = says.value.split(" ");
  says.value = [button.dataset.measure, ...rest].join(" ").trimEnd() + (rest.length ? "" : " ");
  says.focus();
}

function putWords(button) {
  const field = document.getElementById(button.dataset.put);
  field.value = button.dataset.words;
  field.focus();
}

// After a decision the next claim that waits is at hand; after an undo the one it was about.
function remember(event) {
  const form = event.target;
  const item = form.closest("[data-item]");
  if (form.action.endsWith("/undo")) {
    wanted = decided.pop() ?? wanted;
    hasMoved = true;
    return;
  }
  if (form.action.endsWith("/claims")) before = new Set(ids());
  if (!item) return;
  const id = item.dataset.item;
  decided.push(id);
  wanted = form.action.endsWith("/decide") ? nextWaiting(id) || id : id;
  hasMoved = true;
}

function nextWaiting(id) {
  const items = [...document.querySelectorAll("[data-item]")];
  const at = items.findIndex((each) => each.dataset.item === id);
  const round = [...items.slice(at + 1), ...items.slice(0, at)];
  return round.find((each) => each.hasAttribute("data-waiting"))?.dataset.item;
}

function findPlace() {
  if (!document.querySelector(".review")) return;
  const hash = location.hash.startsWith("#claim-") ? decodeURIComponent(location.hash.slice(7)) : "";
  document.querySelector(".current")?.classList.remove("current");
  const added = before && ids().find((each) => !before.has(each));
  if (added) [wanted, hasMoved, before] = [added, true, null];
  const written = document.querySelector("#sheet")?.closest("[data-item]");
  const item = written ?? card(wanted) ?? card(hash) ?? document.querySelector("[data-waiting]");
  const leads = hasMoved && !document.querySelector("#sheet");
  hasMoved = false;
  if (item && leads) choose(item);
  else item?.classList.add("current");
}

// Words selected in the text are offered as a claim: sent are their offsets in our own text.
let soon = 0;
function offerSoon() {
  clearTimeout(soon);
  soon = setTimeout(offer, 150);
}

function offer() {
  document.querySelector(".select-claim")?.remove();
  const selection = getSelection();
  const review = document.querySelector(".review[data-select]");
  if (!review || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, review);
  const end = offsetOf(range.endContainer, range.endOffset, review);
  if (start === null || end === null || end <= start) return;
  const quote = selection.toString();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "main select-claim";
  button.textContent = "Make a claim of this";
  const box = range.getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 180))}px`;
  button.style.top = `${box.bottom + scrollY + 6}px`;
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => send(review, { start, end, quote }));
  document.body.append(button);
}

async function send(review, words) {
  const token = document.body.dataset.token;
  const body = new URLSearchParams({ ...words, token, back: review.dataset.back });
  getSelection().removeAllRanges();
  document.querySelector(".select-claim")?.remove();
  wanted = "";
  await swapTo(review.dataset.select, { method: "POST", body });
  document.querySelector("#sheet")?.scrollIntoView({ block: "center" });
  document.querySelector("#sheet [data-first]")?.focus({ preventScroll: true });
}

// Where a place in the page stands in the report's text, in code points; null outside the text.
function offsetOf(node, at, review) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const piece = element.closest("[data-o]") ?? pieceAt(node, at);
  if (!piece || !review.contains(piece)) return null;
  const range = document.createRange();
  range.selectNodeContents(piece);
  if (piece.contains(node)) range.setEnd(node, at);
  else range.collapse(true);
  return Number(piece.dataset.o) + [...range.toString()].length;
}

// A selection may end between pieces: at the beginning of the next one then.
function pieceAt(node, at) {
  const next = node.childNodes?.[at] ?? node.nextSibling;
  return next?.matches?.("[data-o]") ? next : next?.querySelector?.("[data-o]");
}

function dropFiles() {
  const zone = (event) => event.target.closest?.("form[data-drop]");
  document.addEventListener("dragover", (event) => {
    if (!zone(event)) return;
    event.preventDefault();
    zone(event).classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => zone(event)?.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    const form = zone(event);
    if (!form) return;
    event.preventDefault();
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length) form.elements.file.files = event.dataTransfer.files;
  });
}
