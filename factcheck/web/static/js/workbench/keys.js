// Keys: which one does what comes with the page, from the one list the help prints too.

import { $, columns, inHand, isField, list, page, panel } from "./dom.js";
import * as units from "./units.js";
import { clear, follow, go, jump, selected, selectUnsorted, step, toggle } from "./list.js";
import { explain } from "./toast.js";
import { showPane } from "./panes.js";
import { ready } from "./panels.js";
import { flush, saveNow, touched } from "./review.js";
import { said } from "./said.js";
import { choose, idle } from "./server.js";
import { sort, sortByDigit, undo, withdraw } from "./sorting.js";
import { focusBlank } from "./sources.js";
import * as earlier from "./earlier.js";
import * as words from "./words.js";

const bindings = JSON.parse(page.bindings);
const ALWAYS = ["save", "save_next", "leave"]; // These act in fields too, and when single keys are off.
let waiting = null; // What was typed after a key that goes to a field, until it is there.
let queue = Promise.resolve();

/** Resolves when the panel is that of the sentence in hand; fails when it did not come. */
async function settled() {
  await idle();
  await ready();
  if (panel().inert) throw new Error(said("not_here"));
}

function focus(id) {
  showPane("claim");
  if (typeof id === "function") return id();
  const field = $(id);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

function press(digit) {
  if (selected.size || !inHand().c) return sortByDigit(digit);
  const radio = $(`#review [data-digit="${digit}"]`);
  if (!radio || radio.checked) return;
  radio.checked = true;
  touched();
}

const first = (end) => (page.show === "all" && end === "first" ? go(1) : jump({ s: end }));

/** What each action does. Those in `later` wait until the panel is in place. */
const now = {
  down: () => step(1), up: () => step(-1), extend_down: () => step(1, true), extend_up: () => step(-1, true),
  first: () => first("first"), last: () => first("last"), select: () => toggle(), select_all: () => selectUnsorted(), select_suggested: () => selectUnsorted(".suggested"),
  claim: () => sort("claim"), opinion: () => sort("opinion"), unsort: () => sort("to_sort"),
  keys: () => $("#keys").showModal(),
  leave: () => (clear(), list().focus()),
};
const later = {
  next: () => follow("next"), previous: () => follow("previous"),
  words: () => words.choose(), mark: () => words.choose(true), withdraw,
  split: units.split, join: units.join, part: units.part, merge: units.merge,
  kind: units.chooseKind, kind_chosen: units.changeKind, cover: units.cover, cover_after: units.coverAfter,
  digit: (event) => press(event.code.slice(-1)), no_verdict: () => inHand().c && press(0),
  look: () => $("#second_look")?.click(), earlier: earlier.open,
  undo: () => flush().then(undo),
  save: () => saveNow("save"), save_next: () => saveNow("next"),
};
const fields = { statement: "#statement", finding: "#finding", explanation: "#explanation", source: focusBlank };

export function act(name, event) {
  if (now[name]) queue = queue.then(() => now[name]());
  else if (later[name]) queue = queue.then(settled).then(() => later[name](event));
  else if (fields[name]) enter(name);
  queue = queue.catch((error) => explain(error, ""));
}

function enter(name) {
  waiting = "";
  queue = queue.then(settled).finally(() => {
    const typed = waiting;
    waiting = null;
    if (!$("#review") || panel().inert) return;
    focus(fields[name]);
    if (typed && isField(document.activeElement)) {
      document.activeElement.setRangeText(typed, document.activeElement.value.length, document.activeElement.value.length, "end");
      touched();
    }
  });
}

function nameOf(event) {
  const mod = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  const digit = !event.shiftKey && /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1]; // By place: AZERTY needs no Shift.
  if (digit && !mod) return digit === "0" ? bindings["0"] : bindings.Digit;
  const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
  return bindings[mod + shift + event.key] ?? (mod && bindings[mod + event.key.toLowerCase()]);
}

function pressed(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.altKey || $("#keys").open) return;
  if (words.key(event) || units.key(event)) return event.preventDefault();
  const name = nameOf(event);
  if (waiting !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    waiting += event.key;
    return event.preventDefault();
  }
  if (!name) return;
  const free = ALWAYS.includes(name);
  if (!free && (isField(event.target) || page.singleKeys === "off")) return arrows(event, name);
  if (event.key.length > 1 && !free && event.target.matches?.("input, button, a, summary, dialog *")) return;
  event.preventDefault();
  act(name, event);
}

/** Arrow keys move in the list even where single keys are off: they are its own. */
function arrows(event, name) {
  if (document.activeElement !== list() || event.key.length === 1 || !now[name]) return;
  event.preventDefault();
  act(name, event);
}

export function start() {
  addEventListener("keydown", pressed);
  document.addEventListener("undo", () => act("undo"));
  columns.closest("body").addEventListener("click", (event) => {
    const control = event.target.closest("[data-action]");
    if (!control || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(control.dataset.action, event);
  });
  $("#keys-open").setAttribute("aria-haspopup", "dialog");
  $("#keys-open").addEventListener("click", (event) => (event.preventDefault(), act("keys")));
  $("#keys-on").addEventListener("change", (event) => {
    page.singleKeys = event.target.checked ? "on" : "off";
    choose(page.profile, { name: page.name, ...(event.target.checked ? { single_keys: "y" } : {}) });
  });
}

