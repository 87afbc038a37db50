// One line that says what just happened, and what can be done about it.

import { $, page } from "./dom.js";
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
export function explain(error, kept = "Nothing was changed.") {
  if (error.name === "AbortError") return;
  if (error instanceof SignedOut) {
    toast(`You are signed out. ${kept}`, { words: "Sign in in a new tab", href: page.signIn });
  } else if (error instanceof TypeError) {
    toast(`The server cannot be reached. ${kept}`);
  } else {
    toast(`${error.message} ${kept}`);
  }
}
