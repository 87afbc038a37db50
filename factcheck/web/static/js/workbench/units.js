// Correcting sentences and paragraphs: splitting before a word, joining, saying the kind.

import { $, $$, columns, inHand, list, page } from "./dom.js";
import { current } from "./list.js";
import { whenShown } from "./panels.js";
import { showPane } from "./panes.js";
import { flush } from "./review.js";
import { said, saidAround } from "./said.js";
import { change } from "./sorting.js";
import { toast } from "./toast.js";
import * as words from "./words.js";

const STOP = /[.!?…。！？؟।]["”’»)\]」』]*\s*$/u;
let at = 0; // Which word would begin the second sentence; 0 while nothing is being split.

const quote = () => $("#quote");
const heads = () => $$(".pick", quote());

/** Sends a correction; what is typed in the review goes to its claim first. */
async function correct(what, fields = []) {
  leave();
  const { s, c } = inHand();
  await flush();
  return change(page.correct, [["do", what], ["s", s], ...(c ? [["claim", c]] : []), ...fields]);
}

export const join = () => ($("[data-action=join]") ? correct("join") : toast(said("no_sentence_next")));
export const part = () => correct("part");
export const merge = () => correct("merge");
export const cover = () => correct("cover");
export const coverAfter = () => correct("cover_after");
export const changeKind = () => correct("kind", [["kind", $("#kind").value], ["kind_was", $("[name=kind_was]").value]]);

/** Goes to the choice of what the paragraph is. */
export function chooseKind() {
  showPane("claim");
  $("#correct").open = true;
  $("#kind").focus();
}

/** Begins to choose the word before which the sentence is split. */
export function split() {
  if (at) return leave();
  if (heads().length < 2) return toast(said("one_word"));
  words.leave();
  showPane("claim");
  at = likely();
  quote().tabIndex = -1;
  draw();
  quote().focus();
}

/** Returns the first word after a stop, else the middle one of those in no claim. */
function likely() {
  const all = heads(), pieces = $$(".w", quote());
  const before = (word) => pieces.slice(0, pieces.indexOf(word)).map((piece) => piece.textContent).join("");
  const stop = all.findIndex((word, index) => index && STOP.test(before(word)));
  const free = [...all.keys()].slice(1).filter((index) => !all[index].closest("mark") || !all[index - 1].closest("mark"));
  return stop > 0 ? stop : (free[Math.floor(free.length / 2)] ?? Math.ceil(all.length / 2));
}

export function leave() {
  if (!at) return;
  at = 0;
  draw();
  list().focus();
}

function draw() {
  quote().classList.toggle("splitting", at > 0);
  for (const [index, word] of heads().entries()) word.classList.toggle("cut", at > 0 && index === at);
  for (const control of $$("[data-action=split]")) control.setAttribute("aria-pressed", String(at > 0));
  const box = $("#words-said"), word = document.createElement("bdi");
  word.textContent = `“${heads()[at]?.textContent}”`;
  box?.replaceChildren(...(at ? saidAround("splitting", word) : []));
}

const splitBefore = (word) => correct("split", [["at", word.dataset.start]]);

/** Handles a key while a place is chosen; says whether it was one of ours. */
export function key(event) {
  if (!at) return false;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (quote().dir === "rtl" ? -1 : 1);
  if (by) at = Math.max(1, Math.min(heads().length - 1, at + by));
  else if (event.key === "Enter") return splitBefore(heads()[at]), true;
  else if (event.key === "Escape") return leave(), true;
  else return false;
  draw();
  return true;
}

export function start() {
  whenShown(() => (at = 0));
  columns.addEventListener("click", (event) => {
    const word = event.target.closest("#quote .w.pick");
    if (at && word && word !== heads()[0]) splitBefore(word);
  });
}
