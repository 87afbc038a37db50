// Rows of the list as options of a listbox; without script they are links and ticks.

import { $, $$, list, page } from "./dom.js";
import { said } from "./said.js";
import { get } from "./server.js";

export const row = (s) => document.getElementById(`s${s}`);
export const all = () => $$(".s", list());

/** Makes options of rows that came from the server. */
export function enliven(rows) {
  for (const node of rows) {
    $("input", node)?.remove();
    const words = $("a.tx", node);
    if (words?.hasAttribute("href")) {
      words.removeAttribute("href");
      words.removeAttribute("aria-current");
    }
    node.setAttribute("role", "option");
    if (!node.hasAttribute("aria-selected")) node.setAttribute("aria-selected", "false");
  }
}

/** Makes a listbox of the list; more rows come by scrolling. */
export function open() {
  const box = list();
  for (const side of ["earlier", "later"]) {
    const link = document.getElementById(side);
    box.toggleAttribute(`data-${side}`, Boolean(link));
    link?.remove();
  }
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-multiselectable", "true");
  box.setAttribute("aria-label", said("sentences"));
  box.tabIndex = 0;
  enliven(all());
  box.addEventListener("scroll", near, { passive: true });
}

let loading = null;

/** Loads rows on one side, once at a time; resolves to whether any came. */
export function more(later) {
  loading ??= load(later).finally(() => (loading = null));
  return loading;
}

async function load(later) {
  const box = list(), side = later ? "later" : "earlier";
  if (!box.hasAttribute(`data-${side}`)) return false;
  const edge = Number((later ? all().at(-1) : all()[0])?.dataset.s ?? 0);
  const query = later ? { below: edge } : { above: edge };
  const { root } = await get({ ...query, part: "rows" });
  if (box !== list()) return false;
  if (root.dataset.layout !== page.layout) {
    document.dispatchEvent(new Event("moved"));
    return false;
  }
  const rows = $$(".s", root), height = box.scrollHeight;
  enliven(rows);
  if (later) box.append(...rows);
  else {
    box.prepend(...rows);
    box.scrollTop += box.scrollHeight - height;
  }
  box.toggleAttribute(`data-${side}`, root.hasAttribute(`data-${side}`));
  return rows.length > 0;
}

function near() {
  const box = list();
  if (box.scrollTop + box.clientHeight > box.scrollHeight - 800) more(true).catch(() => {});
  else if (box.scrollTop < 800) more(false).catch(() => {});
}
