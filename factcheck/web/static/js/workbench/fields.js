// A form's fields as a list of names and values, read and put back.

import { $$ } from "./dom.js";
import { addBlank, settleFilled } from "./sources.js";

const REVISIONS = ["revision", "claim_revision", "words_revision", "statement_was", "was_given"];
const OTHER = ["csrf_token", "show", "layout", "s", "start", "end", "claim", "at", "kind", "kind_was", "find"];

/** Reads what the person typed; with revisions, also what they saw when they began. */
export function read(form, revisions = false) {
  const blank = $$(".source.blank", form).filter(empty).map((box) => `${box.dataset.name}-`);
  const typed = (name) => !OTHER.includes(name) && !blank.some((start) => name.startsWith(start));
  return [...new FormData(form)].filter(([name]) => typed(name) && (revisions || !REVISIONS.includes(name)));
}

/** Nobody typed a source that is only offered: it comes and goes without a change. */
const empty = (box) => $$("input, textarea", box).every((node) => !node.value.trim());

/** Puts values back, adding as many sources as they need. */
export function fill(form, fields) {
  const values = new Map(fields);
  for (const name of values.keys()) {
    const index = /^citations-(\d+)-url$/.exec(name)?.[1];
    if (index && !form.elements[name]) addBlank(Number(index));
  }
  for (const node of $$("input, textarea, select", form)) {
    if (!node.name || OTHER.includes(node.name)) continue;
    if (node.type === "radio") node.checked = node.value === (values.get(node.name) ?? "");
    else if (node.type === "checkbox") node.checked = values.has(node.name);
    else if (values.has(node.name)) node.value = values.get(node.name);
    else if (/^citations-.*-url$/.test(node.name)) node.closest(".source:not(.blank)")?.remove();
  }
  settleFilled();
}
