// Fetches a page and puts its parts in the place of those shown, keeping scroll, focus and what is
// being typed.
const PARTS = ["main", "notices"];
const AROUND = [".rail ol", ".foot"];

export const isTyping = () =>
  [...document.querySelectorAll("#main form [name]")].some(
    (field) => (field.type === "text" || field.tagName === "TEXTAREA" || field.type === "search")
      && field.value !== field.defaultValue,
  );

export async function swapTo(address, options = {}) {
  const answer = await fetch(address, { headers: { "X-Swap": "1" }, ...options });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("#notices")) {
    showRefusal(page, answer.status);
    return false;
  }
  const focused = document.activeElement?.id;
  for (const id of PARTS) document.getElementById(id)?.replaceWith(page.getElementById(id));
  for (const each of AROUND) {
    const old = document.querySelector(each);
    const fresh = page.querySelector(each);
    if (old && fresh) old.replaceWith(fresh);
  }
  document.title = page.title;
  const there = new URL(answer.url);
  if (options.method === "POST" || options.push) {
    history.replaceState(null, "", there.pathname + there.search + location.hash);
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("swapped"));
  return true;
}

// A refusal is shown over the page, which stays as it is: nothing typed is lost.
function showRefusal(page, status) {
  const said = document.createElement("div");
  said.className = "notice warn refusal";
  said.setAttribute("role", "alert");
  said.append(...(page.querySelector("main")?.childNodes ?? [`The server answered ${status}.`]));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => said.remove());
  said.append(close);
  document.querySelector(".refusal")?.remove();
  document.getElementById("notices").append(said);
  said.scrollIntoView({ block: "nearest" });
}
