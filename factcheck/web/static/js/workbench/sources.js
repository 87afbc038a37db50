// Sources of a review: an address pasted anywhere becomes one, with its title to fill in.

import { $, $$, columns, isField } from "./dom.js";
import { said } from "./said.js";

const boxes = () => $$("#sources > .source");
const nameOf = (box) => box.dataset.name;
const touched = () => $("#review").dispatchEvent(new Event("input", { bubbles: true }));

function asAddress(text) {
  const words = text.trim();
  return /^https?:\/\/\S+$/i.test(words) && URL.canParse(words) ? words : null;
}

/** Adds a blank source at the end; `index` is the number in its fields' names. */
export function addBlank(index = 1 + Math.max(-1, ...boxes().map((box) => Number(nameOf(box).split("-")[1])))) {
  const html = $("#source-template").innerHTML.replaceAll("citations-new", `citations-${index}`);
  $("#sources").insertAdjacentHTML("beforeend", html);
  return boxes().at(-1);
}

/** Goes to the source that is still blank. */
export function focusBlank() {
  const box = boxes().at(-1)?.classList.contains("blank") ? boxes().at(-1) : addBlank();
  const input = $(`[name="${nameOf(box)}-url"]`, box);
  input.focus();
  input.scrollIntoView({ block: "nearest" });
}

/** Makes a proper source of a blank one that has an address or a title. */
function settle(box, focus) {
  box.classList.remove("blank");
  const details = $("details", box), summary = $("summary", box);
  summary.innerHTML = '<bdi class="source-title"></bdi> <span class="hint source-stance"></span>';
  $(".parts", box).prepend($(":scope > .part-url", box));
  const drop = Object.assign(document.createElement("button"), { type: "button", className: "tool remove", textContent: said("remove") });
  details.append(drop);
  details.open = true;
  sum(box);
  if (!boxes().at(-1).classList.contains("blank")) addBlank();
  if (focus) $(`[name="${nameOf(box)}-title"]`, box).focus();
}

/** Makes proper sources of those that were blank and have words again. */
export function settleFilled() {
  for (const box of boxes()) {
    const named = ["url", "title"].some((field) => $(`[name="${nameOf(box)}-${field}"]`, box).value.trim());
    if (named && box.classList.contains("blank")) settle(box, false);
  }
}

/** Says in a line what the folded source is. */
function sum(box) {
  const value = (field) => $(`[name="${nameOf(box)}-${field}"]`, box).value.trim();
  const title = $(".source-title", box), stance = $(`[name="${nameOf(box)}-stance"]`, box);
  if (!title) return;
  title.textContent = value("title") || value("url") || said("nameless");
  $(".source-stance", box).textContent = stance.selectedOptions[0].textContent;
  const address = asAddress(value("url"));
  if (address) $(`[name="${nameOf(box)}-title"]`, box).placeholder = said("title_of", { host: new URL(address).hostname });
}

/** Adds an address as a source and opens its title. */
export function add(address) {
  const last = boxes().at(-1);
  const box = last?.classList.contains("blank") ? last : addBlank();
  $(`[name="${nameOf(box)}-url"]`, box).value = address;
  settle(box, true);
  touched();
}

/** Fills a source with the facts of one that the desk has. */
export function take(box, { details, ...facts }) {
  for (const [field, words] of Object.entries(facts)) $(`[name="${nameOf(box)}-${field}"]`, box).value = words;
  $(`[name="${nameOf(box)}-details"]`, box).value = Object.keys(details).length ? JSON.stringify(details) : "";
  if (box.classList.contains("blank")) settle(box, false);
  else sum(box);
  touched();
  $("details", box).open = true;
  $(`[name="${nameOf(box)}-quote"]`, box).focus();
}

export function start() {
  addEventListener("paste", (event) => {
    const address = asAddress(event.clipboardData.getData("text"));
    const target = event.target, blank = target.closest?.(".source.blank .part-url");
    if (!address || !$("#review") || (isField(target) && !blank)) return;
    event.preventDefault();
    add(address);
  });
  columns.addEventListener("input", (event) => {
    const box = event.target.closest("#sources > .source");
    if (box && !box.classList.contains("blank")) sum(box);
  });
  columns.addEventListener("change", (event) => {
    const box = event.target.closest(".source.blank");
    if (box && event.target.value.trim() && !event.target.matches("select")) settle(box, event.target.name.endsWith("-url"));
  });
  columns.addEventListener("keydown", (event) => {
    const box = event.target.closest(".source");
    if (event.key !== "Enter" || !box || !event.target.matches("input") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (box.classList.contains("blank") && event.target.value.trim()) settle(box, true), touched();
  });
  columns.addEventListener("click", (event) => {
    const button = event.target.closest("[value=add-source], .remove");
    if (!button) return;
    event.preventDefault();
    if (button.value === "add-source") return focusBlank();
    button.closest(".source").remove();
    if (!boxes().at(-1)?.classList.contains("blank")) addBlank();
    touched();
    $("#sources input:not([type=hidden])")?.focus();
  });
}
