// What was typed, kept on this device until the server has it.

import { page } from "./dom.js";

let held = new Map(); // For a browser that keeps nothing: it lasts as long as the page.
let lost = false;

const key = (claim) => `factcheck:${page.slug}:${claim}:${page.person}`;

/** Keeps a claim's fields; the stamp tells this state from a later one. */
export function keep(claim, fields) {
  const draft = { at: Date.now() + Math.random(), fields };
  held.set(claim, draft);
  try {
    localStorage.setItem(key(claim), JSON.stringify(draft));
    lost = false;
  } catch {
    lost = true;
  }
  return draft;
}

export function read(claim) {
  try {
    return JSON.parse(localStorage.getItem(key(claim))) ?? held.get(claim) ?? null;
  } catch {
    return held.get(claim) ?? null;
  }
}

/** The claims of this essay with words that only this device has. */
export function waiting() {
  const start = key("");
  const [before, after] = start.split("::");
  const mine = new RegExp(`^${before}:(\\d+):${after}$`);
  try {
    return Object.keys(localStorage).map((name) => Number(mine.exec(name)?.[1])).filter(Boolean);
  } catch {
    return [...held.keys()];
  }
}

/** Drops a draft the server has, unless more was typed since. */
export function drop(claim, at) {
  if (at !== undefined && read(claim)?.at !== at) return;
  held.delete(claim);
  try {
    localStorage.removeItem(key(claim));
  } catch {
    // Nothing was kept there.
  }
}

// Leaving the page loses text only where the device could not keep it.
addEventListener("beforeunload", (event) => {
  if (lost && held.size) event.preventDefault();
});
