// The page's fixed points.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

export const columns = $("#columns");
export const page = columns.dataset;
export const panel = () => $("#panel");
export const form = () => $("#review");
export const list = () => $("#sentences");

/** Where the panel is: its sentence, and its claim or 0. */
export const inHand = () => ({ s: Number(panel().dataset.s), c: Number(panel().dataset.c) });

const FIELDS = "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])";
export const isField = (node) => Boolean(node?.matches?.(FIELDS));

/** Puts parts that came from the server in place of those with the same id. */
export function swap(root, keep = () => false) {
  for (const fresh of [...root.children]) {
    const old = fresh.id && document.getElementById(fresh.id);
    if (old && !keep(fresh)) old.replaceWith(fresh);
  }
}
