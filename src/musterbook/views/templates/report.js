// What an interactive report does beyond a still one: reads values off the charts, sorts tables,
// opens and folds everything. It asks for nothing, and without it the page is whole.
const SVG = "http://www.w3.org/2000/svg";

function made(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

// The places of a chart's knots are those of its median line.
function knotsOf(svg) {
  const line = svg.querySelector(".median");
  return (line?.getAttribute("d") ?? "").slice(1).split("L").map((pair) => pair.split(" ").map(Number));
}

function readable(figure) {
  const svg = figure.querySelector("svg");
  const values = JSON.parse(figure.dataset.readout);
  const knots = knotsOf(svg);
  if (!svg || knots.length !== values.length) return;
  const said = made("p", "readout");
  said.setAttribute("aria-live", "polite");
  svg.before(said);
  const hair = document.createElementNS(SVG, "line");
  const dot = document.createElementNS(SVG, "circle");
  hair.setAttribute("class", "hair");
  dot.setAttribute("class", "hair-dot");
  dot.setAttribute("r", 3.5);
  const box = svg.viewBox.baseVal;
  hair.setAttribute("y1", box.y + 12);
  hair.setAttribute("y2", box.y + box.height - 26);
  svg.append(hair, dot);
  let at = values.length - 1;
  const show = (place) => {
    at = Math.max(0, Math.min(values.length - 1, place));
    const [x, y] = knots[at];
    const [day, middle, inner, outer] = values[at];
    for (const name of ["x1", "x2"]) hair.setAttribute(name, x);
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    said.replaceChildren(made("b", "", middle), ` on ${day}; half ${inner}; 90 % ${outer}`);
  };
  const nearest = (x) => knots.reduce((best, knot, place) =>
    Math.abs(knot[0] - x) < Math.abs(knots[best][0] - x) ? place : best, 0);
  svg.addEventListener("pointermove", (event) => {
    const here = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    show(nearest(here.x));
  });
  figure.tabIndex = 0;
  figure.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -values.length, End: values.length }[event.key];
    if (!step || event.target !== figure) return;
    event.preventDefault();
    show(at + step);
  });
  show(at);
}

// A number as written: thin spaces, a true minus; of an interval its first number counts.
function numberIn(cell) {
  const found = cell.textContent.replace(/[\u202f\u2009\u00a0\s]/g, "").replace("−", "-").match(/-?\d+(\.\d+)?/);
  return found ? Number(found[0]) : -Infinity;
}

function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (table.tBodies.length !== 1 || body.rows.length < 3) return;
  heads.forEach((head, column) => {
    const button = made("button", "sort");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending";
      for (const each of heads) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const isNumber = head.classList.contains("number");
      const order = (one, other) => isNumber
        ? numberIn(one.cells[column]) - numberIn(other.cells[column])
        : one.cells[column].textContent.localeCompare(other.cells[column].textContent);
      const rows = [...body.rows].sort((one, other) => (down ? -1 : 1) * order(one, other));
      body.append(...rows);
    });
  });
}

function foldable(rail) {
  const all = () => [...document.querySelectorAll("main details")];
  if (!rail || !all().length) return;
  const button = made("button", "fold", "Open everything");
  button.type = "button";
  let isOpen = false;
  button.addEventListener("click", () => {
    isOpen = !isOpen;
    for (const each of all()) each.open = isOpen;
    button.textContent = isOpen ? "Fold it again" : "Open everything";
  });
  rail.append(button);
}

document.querySelectorAll("figure[data-readout]").forEach(readable);
document.querySelectorAll("main table:not(.arithmetic)").forEach(sortable);
foldable(document.querySelector(".rail"));
