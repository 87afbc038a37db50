// The panel of the sentence in hand: shown at once when it was fetched ahead.

import { $, inHand, isField, panel } from "./dom.js";
import { said } from "./said.js";
import { get, idle } from "./server.js";
import { explain } from "./toast.js";

const FRESH = 30_000; // Somebody else may have changed it after that.
const AGAIN = 4_000;
const PAUSE = 60; // While a key is held down, panels in between are not asked for.

const kept = new Map();
const listeners = [];
let wanted = null, timer, changes = 0, stop = new AbortController(), arrived = Promise.resolve();

/** Calls back each time a panel is put in place. */
export const whenShown = (listener) => listeners.push(listener);

/** Resolves when the panel shows what is in hand. */
export const ready = () => arrived;

/** Forgets what was fetched ahead, because something changed. */
export function forget() {
  kept.clear();
  changes += 1;
}

const name = (s, c) => `${s}.${c || 0}`;

async function fetchPanel(s, c, signal) {
  const { root } = await get(c ? { s, c, part: "panel" } : { s, part: "panel" }, signal);
  return $("#panel", root);
}

/** Shows the panel of a sentence, and of one of its claims. */
export function show(s, c = 0) {
  stop.abort();
  clearTimeout(timer);
  const here = inHand();
  if (here.s === s && (!c || here.c === c) && !panel().inert) return;
  const ahead = kept.get(name(s, c));
  if (ahead && Date.now() - ahead.at < FRESH) return put(ahead.node.cloneNode(true));
  panel().inert = true; // What is typed now must not land in the claim that is left.
  wanted = name(s, c);
  stop = new AbortController();
  const { signal } = stop;
  arrived = new Promise((resolve) => {
    signal.addEventListener("abort", resolve);
    timer = setTimeout(() => load(s, c, signal).then(resolve), PAUSE);
  });
}

async function load(s, c, signal) {
  await idle();
  try {
    const node = await fetchPanel(s, c, signal);
    if (wanted === name(s, c)) put(node);
  } catch (error) {
    if (error.name === "AbortError") return;
    explain(error, said("later", { number: s }));
    timer = setTimeout(() => wanted === name(s, c) && show(s, c), AGAIN);
  }
}

/** Asks for the panel in hand again. */
export async function refresh() {
  const { s, c } = inHand();
  forget();
  const node = await fetchPanel(s, c);
  if (inHand().s === s) put(node);
}

/** Puts a panel in place; a field somebody types in stays as it is. */
export function put(fresh) {
  const old = panel(), typing = isField(document.activeElement) && old.contains(document.activeElement);
  const { s, c } = old.dataset, same = fresh.dataset.c === c && (c !== "0" || fresh.dataset.s === s);
  wanted = null;
  if (same && typing && $("#review", fresh) && $("#review", old)) {
    for (const part of [".claim-head", ".quote", "#correct", "#revisions", "#lacks"]) $(part, old).replaceWith($(part, fresh));
    Object.assign(old.dataset, fresh.dataset); // Its sentence may have another number now.
    old.inert = false;
  } else {
    old.replaceWith(fresh);
  }
  document.title = panel().dataset.title;
  arrived = Promise.resolve();
  for (const listener of listeners) listener(same);
}

/** Fetches neighbours' panels ahead, when nothing else is going on. */
export async function ahead(places) {
  await idle();
  for (const [s, c] of places) {
    const key = name(s, c), old = kept.get(key);
    if (!s || (old && Date.now() - old.at < FRESH)) continue;
    try {
      const before = changes, node = await fetchPanel(s, c);
      if (changes !== before) return;
      kept.set(key, { node, at: Date.now() });
    } catch {
      return; // It will be asked for when it is needed.
    }
  }
}
