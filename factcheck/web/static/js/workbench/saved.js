// What the bar says about saving.

import { $ } from "./dom.js";

const clock = () => new Date().toLocaleTimeString("en-GB");

function say(words, bad = false) {
  const box = $("#saved");
  box.classList.toggle("bad", bad);
  if (box.textContent !== words) box.textContent = words;
}

export const saving = () => say("Saving …");
export const draftSaved = () => say(`Draft saved ${clock()}`);
export const saved = () => say(`Saved ${clock()}`);
export const changed = () => say("Changed, not saved yet");
export const offline = () => say("Offline: kept on this device", true);
export const signedOut = () => say("Signed out: kept on this device", true);
export const onDevice = () => say("Kept on this device", true);
export const twoVersions = () => say("Not saved: two versions", true);
export const nowhere = () => say("Not saved", true);
