// The workbench's script: each module upgrades one thing of a page that works without.

import { list } from "./dom.js";
import * as earlier from "./earlier.js";
import * as evidence from "./evidence.js";
import * as find from "./find.js";
import * as units from "./units.js";
import * as keys from "./keys.js";
import * as moving from "./list.js";
import * as panes from "./panes.js";
import * as review from "./review.js";
import * as sorting from "./sorting.js";
import * as sources from "./sources.js";
import * as words from "./words.js";

moving.beforeLeaving(review.flush);
for (const behaviour of [panes, review, moving, sorting, find, sources, evidence, earlier, words, units, keys]) behaviour.start();
if (!document.querySelector("#conflict, [aria-invalid=true]")) list().focus({ preventScroll: true });
