// Sorting sentences, undo, and other changes that answer with changed rows.

import { $, list, page, panel } from "./dom.js";
import { clear, current, go, relist, selected, step, update } from "./list.js";
import { forget, put, refresh } from "./panels.js";
import { row } from "./rows.js";
import { said } from "./said.js";
import { saved } from "./saved.js";
import { post } from "./server.js";
import { explain, toast } from "./toast.js";

const UNDO = { words: said("undo"), act: () => undo() };

/** Sends a change and shows what came of it; resolves to whether it was done. */
export async function change(url, fields, { stay = true } = {}) {
  const asked = current();
  try {
    const answer = await post(url, fields);
    forget();
    const fresh = $("#panel", answer.root);
    if (answer.ok) {
      update(answer.root);
      saved();
      toast(answer.said, ...(answer.root.dataset.nothing === undefined ? [UNDO] : []));
      if (fresh && current() === asked && stay) show(fresh);
      if (document.activeElement === document.body) list().focus({ preventScroll: true });
      return true;
    }
    if (fresh) put(fresh);
    else {
      toast(answer.said);
      await (answer.root.dataset.moved === undefined ? refresh() : relist());
    }
  } catch (error) {
    explain(error);
  }
  return false;
}

function show(fresh) {
  if (Number(fresh.dataset.s) === current()) put(fresh);
  else go(Number(fresh.dataset.s), { fresh });
}

/** Sorts what is selected, or else the sentence in hand. */
export function sort(to) {
  const several = selected.size > 0;
  if (!several && to === "claim" && row(current()).classList.contains("is-claim")) return toast(said("claim_already", { number: current() }));
  const positions = several ? [...selected] : [current()];
  const fields = [...positions.map((s) => ["sentences", s]), ["to", to], ["s", current()]];
  clear();
  const done = change(page.sort, fields);
  if (!several && ["new", "likely"].includes(page.show) && to !== "to_sort") step(1);
  return done;
}

/** Sorts by the number printed beside a reason. */
export function sortByDigit(digit) {
  const button = $(`.bulk-reasons button:nth-of-type(${digit})`);
  return button && sort(button.value);
}

export async function undo() {
  await change(page.undo, []);
}

export function start() {
  document.addEventListener("submit", (event) => {
    const form = event.target, to = event.submitter?.value;
    if (form.id === "undo") (event.preventDefault(), undo());
    else if (form.id === "sort" || form.id === "list-form") {
      event.preventDefault();
      sort(to);
      list().focus();
    }
  });
}

/** Takes back the mark in hand. */
export function withdraw() {
  const form = $("#review");
  if (form) change(form.dataset.withdraw, []);
  else if (panel().dataset.sorting !== "to_sort") sort("to_sort");
}
