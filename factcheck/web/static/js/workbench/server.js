// Asks the server for parts of the page, and sends changes one after another.

import { page, $, $$ } from "./dom.js";
import { said } from "./said.js";

export class SignedOut extends Error {}
export class Refused extends Error {}

let token = $("meta[name=csrf-token]").content;
let last = Promise.resolve();

/** Resolves when every change sent so far has been answered. */
export const idle = () => last.catch(() => {});

async function ask(url, options = {}) {
  const headers = { "X-Requested-With": "fetch", ...options.headers };
  const answer = await fetch(url, { ...options, headers, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 401) throw new SignedOut();
  return answer;
}

async function parts(answer) {
  if (!answer.headers.get("X-Fragments")) throw new Refused(said("status", { status: answer.status }));
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  const root = html.body.firstElementChild;
  return { status: answer.status, ok: answer.ok, root, said: root?.dataset.said ?? "" };
}

/** Gets a part of the workbench. */
export async function get(query, signal) {
  const show = page.show === "all" ? {} : { show: page.show };
  const search = new URLSearchParams({ ...query, ...show });
  return parts(await ask(`${page.address}?${search}`, { signal }));
}

const write = (url, body) => ask(url, { method: "POST", body, headers: { "X-CSRFToken": token } });

/** The token is from another session when somebody signed in again elsewhere. */
async function renew() {
  const { root } = await get({ s: 1, part: "panel" });
  token = $("input[name=csrf_token]", root).value;
  for (const input of $$("input[name=csrf_token]")) input.value = token;
}

/** Sends a change after those before it; `fields` may be a function, asked only then. */
export function post(url, fields) {
  const run = async () => {
    const body = new URLSearchParams([...(typeof fields === "function" ? fields() : fields)]);
    body.delete("csrf_token");
    body.set("show", page.show);
    body.set("layout", page.layout);
    let answer = await write(url, body);
    if (answer.status === 400) {
      await renew();
      answer = await write(url, body);
    }
    return parts(answer);
  };
  const sent = last.then(run, run);
  last = sent;
  return sent;
}

/** Sends a setting; its answer is a redirect, which is as good as done. */
export async function choose(url, fields) {
  const body = new URLSearchParams(fields);
  await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual" });
}
