// What the bar says about saving.

import { $ } from "./dom.js";
import { said } from "./said.js";

const clock = () => new Date().toLocaleTimeString("en-GB");

function say(words, bad = false) {
  const box = $("#saved");
  box.classList.toggle("bad", bad);
  if (box.textContent !== words) box.textContent = words;
}

export const saving = () => say(said("saving"));
export const draftSaved = () => say(said("draft_saved", { time: clock() }));
export const saved = () => say(said("saved", { time: clock() }));
export const changed = () => say(said("changed"));
export const offline = () => say(said("offline"), true);
export const signedOut = () => say(said("signed_out_kept"), true);
export const onDevice = () => say(said("on_device"), true);
export const twoVersions = () => say(said("two_versions"), true);
export const nowhere = () => say(said("not_saved"), true);
