// On a narrow screen the text and the claim take turns.

import { $, $$, columns } from "./dom.js";

export function showPane(pane) {
  columns.dataset.pane = pane;
  for (const button of $$("#panes button")) button.setAttribute("aria-pressed", String(button.dataset.pane === pane));
}

export function start() {
  showPane("text");
  $("#panes").addEventListener("click", (event) => event.target.dataset.pane && showPane(event.target.dataset.pane));
  columns.addEventListener("taken", () => showPane("claim"));
}
