// One line that says what just happened, and what can be done about it.

import { $, page } from "./dom.js";
import { said } from "./said.js";
import { SignedOut } from "./server.js";

let timer;

/** Says something; `doing` is the words of a button and what it does, or a link. */
export function toast(words, ...doing) {
  const box = $("#toast");
  box.replaceChildren(words, ...doing.map(control));
  clearTimeout(timer);
  timer = setTimeout(() => box.replaceChildren(), doing.length ? 8000 : 5000);
}

function control({ words, act, href }) {
  const node = document.createElement(href ? "a" : "button");
  node.textContent = words;
  if (href) Object.assign(node, { href, target: "_blank", rel: "noopener" });
  else Object.assign(node, { type: "button", onclick: act });
  return node;
}

/** Says why something did not reach the server. */
export function explain(error, kept = said("unchanged")) {
  if (error.name === "AbortError") return;
  if (error instanceof SignedOut) {
    toast(`${said("signed_out")} ${kept}`, { words: said("sign_in"), href: page.signIn });
  } else if (error instanceof TypeError) {
    toast(`${said("unreachable")} ${kept}`);
  } else {
    toast(`${error.message} ${kept}`);
  }
}
