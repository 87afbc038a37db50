// The script's words. They come with the page, in its language; web/script_words.py has them all.

import { page } from "./dom.js";

const words = JSON.parse(page.words);
const VALUE = /%\((\w+)\)s/g;

/** Says a message by its name, with its values put in. */
export const said = (name, values = {}) => words[name].replace(VALUE, (_, key) => values[key]);

/** Says a message as nodes, one of them in the place of its only value. */
export function saidAround(name, node) {
  const [before, , after] = words[name].split(VALUE);
  return [before, node, after];
}
