// Choosing the words of a claim, by keys or by clicking the first and the last.

import { $, $$, columns, list, panel } from "./dom.js";
import { whenShown } from "./panels.js";
import { flush } from "./review.js";
import { saidAround } from "./said.js";
import { change } from "./sorting.js";

let picking = null;

const quote = () => $("#quote");
const span = (node) => [Number(node.dataset.start), Number(node.dataset.end)];
const choices = () => $$(".pick", quote()).map(span);

/** Begins to choose words: of the claim in hand, or of a new one. */
export function choose(asNew = false) {
  if (picking) return leave();
  const [start, end] = span(quote());
  const all = choices();
  if (!all.length) return;
  const isNew = asNew || !$("#review");
  picking = isNew ? { start: all[0][0], end: all.at(-1)[1] } : { start, end };
  Object.assign(picking, { isNew, clicks: 0 });
  quote().tabIndex = -1;
  draw();
  quote().focus();
}

export function leave() {
  if (!picking) return;
  picking = null;
  draw();
  list().focus();
}

export const active = () => Boolean(picking);

function draw() {
  quote().classList.toggle("picking", active());
  const begun = active() && (picking.isNew && $("#review") ? "mark" : "words");
  for (const action of ["words", "mark"]) $(`[data-action=${action}]`, panel())?.setAttribute("aria-pressed", String(action === begun));
  let said = "";
  for (const word of $$(".w", quote())) {
    const [from, to] = span(word);
    const inside = active() && from < picking.end && to > picking.start;
    word.classList.toggle("in", inside);
    if (inside) said += word.textContent;
  }
  const box = $("#words-said"), chosen = document.createElement("bdi");
  chosen.textContent = `“${said}”`;
  box?.replaceChildren(...(active() ? saidAround("picking", chosen) : []));
}

async function use(start, end, isNew) {
  const form = $("#review"), revision = $("[name=words_revision]")?.value ?? 0;
  const address = isNew ? panel().dataset.mark : form.dataset.words;
  picking = null;
  await flush();
  await change(address, [["start", start], ["end", end], ["words_revision", revision]]);
  list().focus();
}

/** Handles a key while words are chosen; says whether it was one of ours. */
export function key(event) {
  if (!picking) return false;
  const all = choices();
  const first = Math.max(0, all.findIndex(([, to]) => to > picking.start));
  const last = Math.max(first, all.findLastIndex(([from]) => from < picking.end));
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (quote().dir === "rtl" ? -1 : 1);
  if (by && event.shiftKey) picking.end = all[Math.min(all.length - 1, Math.max(first, last + by))][1];
  else if (by) picking.start = all[Math.max(0, Math.min(last, first + by))][0];
  else if (event.key === "Enter") return use(picking.start, picking.end, picking.isNew), true;
  else if (event.key === "Escape") return leave(), true;
  else return false;
  draw();
  return true;
}

function click(word) {
  const [from, to] = span(word);
  if (picking.clicks++ % 2 === 0) Object.assign(picking, { start: from, end: to });
  else Object.assign(picking, { start: Math.min(picking.start, from), end: Math.max(picking.end, to) });
  draw();
  if (picking.clicks % 2 === 0) use(picking.start, picking.end, picking.isNew);
}

export function start() {
  whenShown(() => (picking = null));
  columns.addEventListener("click", (event) => {
    const word = event.target.closest("#quote .w.pick");
    if (word && picking) return click(word);
    if (event.target.closest("#whole")) use(...span($("#whole")), false);
  });
}
