import { ensureSteps, fileSteps, linkSteps, modeSteps, ownershipSteps } from "./change.ts";
import { contentDiff } from "./diff.ts";
import { expectFile } from "./expect.ts";
import { file } from "./file.ts";
import { readFile } from "./read.ts";
import { filesWithin } from "./recurse.ts";

/** Files as POSIX has them. */
export const posix = file.provider({
  name: "posix",
  doc: "Uses what POSIX offers to manage files, their owners and permissions.",
  expect: expectFile,
  read: readFile,
  change: {
    ensure: ensureSteps,
    content: (_to, wanted, is) => fileSteps(wanted, is),
    target: (_to, wanted, is) => linkSteps(wanted, is),
    owner: (_to, wanted) => ownershipSteps(wanted, ["owner"]),
    group: (_to, wanted) => ownershipSteps(wanted, ["group"]),
    mode: modeSteps,
  },
  preview: { content: contentDiff },
  children: filesWithin,
});
