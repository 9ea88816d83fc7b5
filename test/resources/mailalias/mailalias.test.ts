import { describe } from "vitest";
import { recordCases } from "../record-case.ts";

const THERE = '# own\nroot:nobody\ninc: someone\nother: "|x y", b\ninc3: :include: /a/b\nlist: a,\n  b\n';

describe("mailalias", () => {
  recordCases(
    "Mailalias",
    "/etc/aliases",
    [
      {
        about: "sets recipients, quoted where they need it",
        before: THERE,
        resources: {
          root: { recipient: ["ann@example.org", "b b"] },
          inc: { file: "/x/y" },
          inc2: { file: "/x/y" },
          inc3: { recipient: "me" },
        },
        after: THERE.replace("root:nobody", 'root: ann@example.org,"b b"')
          .replace('"|x y", b', '"|x y",b')
          .replace(":include: /a/b", "me")
          .concat("inc2: :include: /x/y\n"),
        says: [
          "Mailalias[root]/recipient: recipient changed ['nobody'] to ['ann@example.org', 'b b']",
          "Mailalias[inc2]/ensure: created",
          "Mailalias[inc3]/recipient: defined 'recipient' as ['me']",
        ],
      },
      {
        about: "removes an entry with the lines that continue it",
        before: THERE,
        resources: { list: { ensure: "absent" }, other: { recipient: ["|x y", "b"] } },
        after: THERE.replace("list: a,\n  b\n", "").replace("root:", "root: ").replace('y", b', 'y",b'),
        says: ["Mailalias[list]/ensure: removed"],
      },
      {
        about: "makes the file",
        resources: { root: { recipient: "me" } },
        after: "root: me\n",
        says: ["Mailalias[root]/ensure: created"],
      },
    ],
    { files: { "/etc/hostname": "x" } },
  );
});
