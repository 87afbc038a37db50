// What becomes known of the sources in hand while one writes: titles arrive, quotations are
// checked, and what is worth a look is said.

import { $, $$, form } from "./dom.js";
import { whenShown } from "./panels.js";

const WAITS = [700, 1_000, 1_500, 2_500, 4_000, 6_000, 10_000, 20_000, 30_000];
let timer, round = 0;

const field = (box, name) => $(`[name="${box.dataset.name}-${name}"]`, box);
const value = (box, name) => field(box, name).value.trim();

/** Looks in a while, later each time nothing came. */
function schedule() {
  clearTimeout(timer);
  if (round < WAITS.length) timer = setTimeout(look, WAITS[round++]);
}

function begin() {
  round = 0;
  schedule();
}

async function look() {
  const review = form();
  if (!review) return;
  try {
    const answer = await fetch(review.dataset.evidence, { headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
    if (!answer.ok || review !== form()) return;
    const { sources: known, cautions } = await answer.json();
    put($("#cautions"), cautions);
    for (const box of $$("#sources > .source:not(.blank)")) tell(box, known);
    if (known.some((one) => one.awaited)) schedule();
  } catch {
    schedule(); // Offline; the bar says so.
  }
}

/** Puts the desk's own markup in its place, unless it stands there. */
function put(place, html) {
  if (place.dataset.html === html) return;
  place.innerHTML = html;
  place.dataset.html = html;
}

/** Shows at a source what is known of it, as far as it is written as it is stored. */
function tell(box, known) {
  const same = known.filter((one) => one.url === value(box, "url") && (one.url || one.title === value(box, "title")));
  const one = same.find((found) => found.quote === value(box, "quote")) ?? null;
  put($(".evidence", box), one?.html ?? "");
  if (same.length) offer(box, same[0].says);
}

/** Fills what was left blank with what the page says of itself; it can be changed. */
function offer(box, says) {
  for (const [name, words] of Object.entries(says)) {
    const input = field(box, name);
    if (!words || input.value || input.dataset.offered === words) continue;
    input.value = input.dataset.offered = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function start() {
  document.addEventListener("kept", begin);
  const shown = () => $("#sources [data-awaited]") && begin();
  whenShown(shown);
  shown();
}
