// The page is complete without this. It adds comforts: a mark opens its note, one button opens them all, and in
// very long essays, where the page has no rules of its own for it, words and note light up together.
const notes = [...document.querySelectorAll(".note")];

const openTarget = () => {
  const note = location.hash.startsWith("#c") && document.getElementById(location.hash.slice(1));
  if (note instanceof HTMLDetailsElement) note.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

const all = document.querySelector("#open-all");
if (all && notes.length) {
  const opening = all.textContent;
  all.hidden = false;
  all.addEventListener("click", () => {
    const open = notes.some((note) => !note.open);
    for (const note of notes) note.open = open;
    all.textContent = open ? all.dataset.close : opening;
  });
}

const long = document.querySelector(".essay.long");
if (long) {
  const light = (/** @type {Element} */ target) => {
    for (const lit of long.querySelectorAll(".lit")) lit.classList.remove("lit");
    const part = target.closest("mark, .note, .ref");
    if (!part) return;
    const number = part.dataset.n || (part.id || part.getAttribute("href").slice(1)).slice(1);
    const together = `#m${number}, mark[data-n="${number}"], #c${number} summary`;
    for (const lit of long.querySelectorAll(together)) lit.classList.add("lit");
  };
  for (const kind of ["pointerover", "focusin"]) long.addEventListener(kind, (event) => light(event.target));
}
