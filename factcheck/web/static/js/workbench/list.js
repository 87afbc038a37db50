// Moving through the sentences, and selecting several.

import { $, $$, columns, inHand, list, page, panel, swap } from "./dom.js";
import { ahead, forget, put, ready, show, whenShown } from "./panels.js";
import { all, enliven, more, open, row } from "./rows.js";
import { said } from "./said.js";
import { get } from "./server.js";
import { explain, toast } from "./toast.js";

export const selected = new Set();
let now = inHand().s, anchor = null, leave = () => {};

export const current = () => now;

/** Calls back before another sentence is taken in hand. */
export const beforeLeaving = (listener) => (leave = listener);

/** Draws where we are and what is selected. */
export function draw() {
  for (const node of all()) {
    const s = Number(node.dataset.s);
    node.classList.toggle("now", s === now);
    node.setAttribute("aria-selected", String(selected.has(s)));
  }
  list().setAttribute("aria-activedescendant", `s${now}`);
  for (const bar of $$("#rail a")) bar.classList.toggle("now", Number(bar.dataset.from) <= now && now <= Number(bar.dataset.to));
  $("#bulk").classList.toggle("on", selected.size > 1);
  $("#bulk-count").textContent = said("selected", { count: selected.size });
}

export function clear() {
  selected.clear();
  anchor = null;
  draw();
}

/** Takes a sentence in hand; the panel follows. */
export function go(s, { c = 0, extend = false, fresh = null } = {}) {
  if (!fresh) leave();
  if (!row(s)) return jump({ s, ...(c ? { c } : {}) });
  if (extend) select(s);
  else if (anchor !== null) (selected.clear(), (anchor = null));
  now = s;
  draw();
  row(s).scrollIntoView({ block: "nearest" });
  if (fresh) put(fresh);
  else show(s, c);
  remember(c);
}

function select(s) {
  anchor ??= now;
  const order = all().map((node) => Number(node.dataset.s));
  const [from, to] = [order.indexOf(anchor), order.indexOf(s)].sort((a, b) => a - b);
  selected.clear();
  for (const position of order.slice(Math.max(from, 0), to + 1)) selected.add(position);
}

function remember(c = inHand().c) {
  const address = new URL(page.address, location.href);
  address.searchParams.set("s", now);
  if (c) address.searchParams.set("c", c);
  if (page.show !== "all") address.searchParams.set("show", page.show);
  history.replaceState(null, "", address);
}

/** Goes where the list does not reach: another window of sentences. */
export async function jump(query) {
  const { root } = await get({ ...query, part: "list" });
  const fresh = $("#panel", root), focused = document.activeElement === list();
  if (page.layout !== fresh.dataset.layout) (forget(), selected.clear(), (anchor = null));
  page.layout = fresh.dataset.layout;
  swap(root, (node) => node === fresh);
  open();
  now = Number(fresh.dataset.s);
  put(fresh);
  draw();
  if (focused) list().focus({ preventScroll: true });
  row(now)?.scrollIntoView({ block: "center" });
  remember();
}

/** Moves by one row of the list. */
export async function step(by, extend = false) {
  const next = () => {
    const rows = all();
    return rows[rows.indexOf(row(now)) + by];
  };
  if (!next()) await more(by > 0);
  const node = next();
  if (node && row(now)) go(Number(node.dataset.s), { extend });
}

/** Goes to the next claim to check, or the claim before. */
export function follow(which) {
  const [s, c] = (panel().dataset[which] ?? "").split(".").map(Number);
  if (s) go(s, { c });
  else toast(which === "next" ? said("no_claim_next") : said("no_claim_before"));
}

export function toggle(s = now) {
  if (!selected.delete(s)) selected.add(s);
  draw();
}

/** Selects every sentence still to sort that is loaded, or of them those suggested. */
export function selectUnsorted(which = "") {
  const found = $$(`.s.is-to_sort${which}`, list());
  for (const node of found) selected.add(Number(node.dataset.s));
  draw();
  const rest = list().hasAttribute("data-later") || list().hasAttribute("data-earlier");
  const count = found.length;
  const few = which ? said(count ? "selected_suggested" : "none_suggested", { count }) : said(count ? "selected_to_sort" : "none_to_sort", { count });
  toast(rest ? `${few} ${said("loaded")}` : few);
}

/** Asks for the list anew because sentences have other numbers: the words in hand stay. */
export async function relist() {
  const { c } = inHand();
  await jump(c ? { c } : { at: $("#quote").dataset.start });
}

/** Puts changed rows, bars and counts in place, or the whole list when it came. */
export function update(root) {
  const relisted = $("#sentences", root), top = row(now)?.getBoundingClientRect().top;
  swap(root, (node) => node.id === "panel");
  if (relisted) {
    page.layout = $("#panel", root).dataset.layout;
    selected.clear();
    anchor = null;
    open();
    const moved = row(now)?.getBoundingClientRect().top - top;
    if (moved) list().scrollTop += moved;
  }
  enliven(all());
  draw();
}

function prefetch() {
  const here = row(now);
  const near = [here?.nextElementSibling, here?.previousElementSibling].map((node) => [Number(node?.dataset?.s), 0]);
  const next = (panel().dataset.next ?? "").split(".").map(Number);
  ahead([near[0], next, near[1]]);
}

export function start() {
  for (const tick of $$(".s input:checked", list())) selected.add(Number(tick.value));
  open();
  draw();
  row(now)?.scrollIntoView({ block: "center" });
  whenShown(() => (draw(), setTimeout(prefetch, 150)));
  whenShown(() => panel().dataset.layout !== page.layout && document.dispatchEvent(new Event("moved")));
  document.addEventListener("moved", () => {
    toast(said("renumbered"));
    relist().catch((error) => explain(error, ""));
  });
  prefetch();
  $("#list-form").addEventListener("click", (event) => {
    const node = event.target.closest(".s");
    if (!node) return;
    event.preventDefault();
    const s = Number(node.dataset.s);
    if (event.ctrlKey || event.metaKey || event.target.closest(".sn")) return event.shiftKey ? go(s, { extend: true }) : toggle(s);
    go(s, { extend: event.shiftKey });
    if (!event.shiftKey) columns.dispatchEvent(new CustomEvent("taken"));
  });
  columns.addEventListener("click", (event) => {
    const bar = event.target.closest("#rail a, .tabs a");
    if (!bar || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(Number(bar.dataset.from ?? bar.dataset.s), { c: Number(bar.dataset.c ?? 0) });
    if (bar.dataset.from) list().focus({ preventScroll: true });
    else ready().then(() => $(".tabs [aria-current]")?.focus());
  });
}
