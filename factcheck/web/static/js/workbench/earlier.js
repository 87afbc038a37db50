// Earlier verdicts on claims like the one in hand: looked up beside the writing, never waited for.

import { $, columns, form } from "./dom.js";
import { whenShown } from "./panels.js";
import { said } from "./said.js";
import { explain } from "./toast.js";

const REST = 400; // Whoever leafs through claims asks for none of them.
let timer, shown = "";

const statement = () => $("#statement")?.value.trim() ?? "";

async function ask(options = {}) {
  const review = form();
  const answer = await fetch(review.dataset.earlier, { redirect: "manual", ...options, headers: { "X-Requested-With": "fetch", ...options.headers } });
  if (review !== form() || !(answer.headers.get("Content-Type") ?? "").startsWith("text/html")) return;
  const fresh = $("#earlier-verdicts", new DOMParser().parseFromString(await answer.text(), "text/html"));
  if (!fresh) return;
  const details = $("#earlier-verdicts details");
  if (details?.open && $("details", fresh)) $("details", fresh).open = true;
  $("#earlier-verdicts").replaceWith(fresh);
}

function look() {
  clearTimeout(timer);
  if (!form()) return;
  shown = statement();
  timer = setTimeout(() => ask().catch(() => {}), REST); // Offline; the link is still there.
}

/** Opens what was found, or goes to it where the panel could not be had. */
export function open() {
  const details = $("#earlier-verdicts details");
  if (!details) return $("#earlier-verdicts a")?.click();
  details.open = true;
  $("summary", details).focus();
}

export function start() {
  look();
  whenShown(look);
  document.addEventListener("kept", () => statement() !== shown && look());
  columns.addEventListener("click", (event) => {
    const button = event.target.closest("#earlier-verdicts [data-do]");
    if (!button) return;
    const body = new URLSearchParams({ do: button.dataset.do, earlier: button.dataset.earlier });
    const headers = { "X-CSRFToken": $("input[name=csrf_token]", form()).value };
    ask({ method: "POST", body, headers }).catch((error) => explain(error, said("unchanged")));
  });
}
