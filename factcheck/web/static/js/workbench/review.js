// The review in hand: kept on this device at once, on the server when typing rests.

import { $, form, page, panel } from "./dom.js";
import * as drafts from "./drafts.js";
import { fill, read } from "./fields.js";
import { whenShown } from "./panels.js";
import { said } from "./said.js";
import * as bar from "./saved.js";
import { dirty, forgetRevisions, markStored, save } from "./saves.js";
import { toast } from "./toast.js";

const REST = 600;
let timer;

const claim = () => Number(form().dataset.claim);
const given = () => form().dataset.given === "yes";

/** Keeps what is typed: here at once, on the server after a rest. */
export function touched() {
  if (!form() || panel().inert) return;
  count();
  clearTimeout(timer);
  if (!dirty()) return drafts.drop(claim());
  drafts.keep(claim(), read(form(), true));
  if (given()) return bar.changed(); // A given review changes when its writer says so.
  timer = setTimeout(() => save("draft"), REST);
}

/** Sends what is typed before something else happens; does nothing when all is kept. */
export function flush() {
  clearTimeout(timer);
  return dirty() ? save(given() ? "save" : "draft", { leaving: true }) : Promise.resolve(true);
}

/** Saves because the person says so: the review, or what was chosen of two versions. */
export function saveNow(act) {
  clearTimeout(timer);
  return save(act, { node: form() ?? $("#conflict") });
}

function count() {
  const finding = $("#finding"), left = $("#finding-left");
  const over = Number(finding.dataset.limit) - [...finding.value].length;
  left.textContent = over;
  left.parentElement.classList.toggle("over", over < 0);
}

/** Takes over a panel that was just put in place, with what this device still holds. */
function attach() {
  if (!form()) return;
  forgetRevisions(claim());
  markStored();
  const draft = drafts.read(claim());
  if (draft) putBack(draft);
  count();
}

function putBack(draft) {
  fill(form(), draft.fields);
  if (!dirty()) return drafts.drop(claim());
  // The revisions go back too: a save in between is then noticed, not overwritten.
  for (const [name, value] of draft.fields) {
    const input = $(`#revisions [name="${name}"]`);
    if (input) input.value = value;
  }
  toast(said("put_back"));
  touched();
}

export function start() {
  attach();
  whenShown(attach);
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => form() && event.target.closest?.("#review") && touched());
  }
  document.addEventListener("submit", (event) => {
    if (!["review", "conflict"].includes(event.target.id)) return;
    event.preventDefault();
    saveNow(event.submitter?.value ?? "save");
  });
  const again = () => form() && !given() && dirty() && save("draft");
  for (const back of ["online", "focus"]) addEventListener(back, again);
  document.addEventListener("again", again);
  const [left] = drafts.waiting().filter((number) => !form() || number !== claim());
  if (left) toast(said("only_here", { number: left }), { words: said("open_claim", { number: left }), act: () => location.assign(`${page.address}?c=${left}`) });
}
