// A source of the desk is found again while its title or address is typed.

import { $$, columns, form } from "./dom.js";
import { said } from "./said.js";
import { take } from "./sources.js";

const WAIT = 150, LEAST = 2;
const list = Object.assign(document.createElement("ul"), { id: "found-sources", className: "found" });
let timer, asked = 0, at = -1, input, found = [];

const isSought = (node) => Boolean(node?.matches?.("#sources > .source :is(.part-url, .part-title) input"));
const boxOf = (node) => node.closest(".source");
const value = (box, field) => box.querySelector(`[name="${box.dataset.name}-${field}"]`).value.trim();

function close() {
  clearTimeout(timer);
  asked++;
  if (!list.isConnected) return;
  list.remove();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

async function ask() {
  const turn = ++asked, words = input.value.trim();
  if (words.length < LEAST) return close();
  try {
    const answer = await fetch(`${form().dataset.find}?${new URLSearchParams({ q: words })}`, { headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    if (answer.ok && turn === asked && document.activeElement === input) show(await answer.json());
  } catch {
    close(); // Offline; the bar says so.
  }
}

function show(all) {
  const box = boxOf(input);
  found = all.filter(({ facts }) => facts.url !== value(box, "url") || facts.title !== value(box, "title"));
  if (!found.length) return close();
  at = -1;
  list.replaceChildren(...found.map(option));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", said("found"));
  input.closest(".part").append(list);
  for (const [name, set] of Object.entries({ role: "combobox", "aria-expanded": "true", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, set);
  input.removeAttribute("aria-activedescendant");
}

function option(one, index) {
  const item = Object.assign(document.createElement("li"), { id: `found-${index}` });
  item.setAttribute("role", "option");
  item.append(Object.assign(document.createElement("bdi"), { textContent: one.name }), " ", Object.assign(document.createElement("span"), { className: "hint", textContent: one.line }));
  return item;
}

function mark(index) {
  at = (index + found.length) % found.length;
  $$("[role=option]", list).forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
  const item = list.children[at];
  input.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function choose(index) {
  const box = boxOf(input), { facts } = found[index];
  close();
  take(box, facts);
}

/** Keys of the list while it is open; all others stay what they are. */
function pressed(event) {
  if (!list.isConnected || event.target !== input || event.isComposing) return;
  const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1 };
  if (event.key in steps) mark(steps[event.key]);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && at >= 0 && !event.ctrlKey && !event.metaKey) choose(at);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export function start() {
  columns.addEventListener("input", (event) => {
    if (!isSought(event.target) || document.activeElement !== event.target) return;
    if (input !== event.target) close();
    input = event.target;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  columns.addEventListener("focusin", (event) => {
    if (isSought(event.target)) event.target.removeAttribute("list"); // The browser's own list would cover this one.
  });
  columns.addEventListener("focusout", (event) => event.target === input && close());
  columns.addEventListener("keydown", pressed, true);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose([...list.children].indexOf(item));
  });
}
