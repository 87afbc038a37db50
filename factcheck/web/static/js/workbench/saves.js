// Sends a review to the server, and shows what the server says.

import { $, form, page } from "./dom.js";
import * as drafts from "./drafts.js";
import { read } from "./fields.js";
import { current, go, update } from "./list.js";
import { forget, put } from "./panels.js";
import { said } from "./said.js";
import * as bar from "./saved.js";
import { post, SignedOut } from "./server.js";
import { explain, toast } from "./toast.js";

const AGAIN = 5_000;
const revisions = new Map(); // After our own saves, by claim: newer than the form's.
let stored = ""; // What the form says when the server has all of it.

const claimOf = (node) => Number(node.dataset.claim);
const shows = (claim) => Boolean(form()) && claimOf(form()) === claim;

export const dirty = () => Boolean(form()) && JSON.stringify(read(form())) !== stored;
export const markStored = () => (stored = JSON.stringify(read(form())));
export const forgetRevisions = (claim) => revisions.delete(claim);

/** Saves: "draft" quietly, "save" as what it is, "next" given, and goes on. */
export async function save(act, { leaving = false, node = form() } = {}) {
  if (!node) return false;
  const claim = claimOf(node), here = current(), fields = read(node, true);
  const draft = drafts.keep(claim, fields);
  const quiet = act === "draft" || leaving;
  if (node === form()) markStored();
  bar.saving();
  try {
    const answer = await post(node.action, () => latest(claim, [...fields, ["do", act]]));
    if (answer.ok) taken(answer, claim, draft);
    return quiet ? quietly(answer, claim, leaving) : openly(answer, claim, here, act);
  } catch (error) {
    failed(error, claim, quiet);
    return false;
  }
}

function latest(claim, fields) {
  const newer = revisions.get(claim) ?? {};
  return fields.map(([name, value]) => [name, newer[name] ?? value]);
}

/** Remembers that the server has it, and under which revision. */
function taken(answer, claim, draft) {
  drafts.drop(claim, draft.at);
  forget();
  document.dispatchEvent(new Event("kept"));
  const box = $("#revisions", answer.root);
  if (!box || claimOf(box) !== claim) revisions.delete(claim);
  else revisions.set(claim, Object.fromEntries([...box.children].map((i) => [i.name, i.value])));
}

function quietly(answer, claim, leaving) {
  const same = shows(claim) && !leaving;
  if (answer.ok) {
    if (!same) for (const part of ["#revisions", "#lacks"]) $(part, answer.root)?.remove();
    update(answer.root);
    bar.draftSaved();
    return true;
  }
  if (same && answer.status === 409) return choose(answer, claim);
  bar.onDevice();
  if (shows(claim)) stored = "";
  if (same) {
    const lacks = $("#lacks");
    lacks.textContent = $("#lacks", answer.root)?.textContent || answer.said;
    lacks.classList.add("bad");
  } else {
    const href = `${page.address}?c=${claim}`;
    toast(`${said("not_sent", { number: claim })} ${said("kept")}`, { words: said("open_claim", { number: claim }), act: () => location.assign(href) });
  }
  return false;
}

function openly(answer, claim, here, act) {
  const fresh = $("#panel", answer.root);
  if (answer.status === 409 && fresh) return choose(answer, claim);
  if (!answer.ok) {
    bar.onDevice();
    stored = "";
    if (fresh) {
      document.activeElement?.blur();
      put(fresh);
      $("[aria-invalid=true]")?.focus();
    } else toast(`${answer.said} ${said("kept")}`);
    return false;
  }
  update(answer.root);
  bar.saved();
  toast(answer.said, { words: said("undo"), act: () => document.dispatchEvent(new CustomEvent("undo")) });
  if (fresh && current() === here) {
    if (act === "next") document.activeElement?.blur();
    go(Number(fresh.dataset.s), { c: Number(fresh.dataset.c), fresh });
  }
  if (act === "next" || document.activeElement === document.body) $("#sentences").focus({ preventScroll: true });
  return true;
}

function choose(answer, claim) {
  revisions.delete(claim);
  bar.twoVersions();
  toast("");
  document.activeElement?.blur();
  put($("#panel", answer.root));
  $("#conflict-title")?.focus();
  return false;
}

function failed(error, claim, quiet) {
  if (shows(claim)) stored = "";
  if (error instanceof SignedOut) bar.signedOut();
  else if (error instanceof TypeError) bar.offline();
  else bar.onDevice();
  setTimeout(() => document.dispatchEvent(new Event("again")), AGAIN);
  if (!quiet || error instanceof SignedOut) explain(error, said("kept"));
}
