import { describe } from "vitest";
import { type Told, tell } from "../told.ts";

const on = { files: { "/etc/group": "root:x:0:\nadm:x:4:syslog,bob\n" } };

const rows: Told[] = [
  { about: "is made", resource: {}, on, does: ["/usr/sbin/groupadd x"], says: ["Group[x]/ensure: created"] },
  {
    about: "is made with an id of the system's range, though the id is taken",
    resource: { gid: 4n, allowdupe: true, system: true },
    on,
    does: ["/usr/sbin/groupadd -g 4 -o -r x"],
    says: ["Group[x]/ensure: created"],
  },
  { about: "is there", resource: { title: "adm", gid: "4" }, on, does: [], says: [] },
  {
    about: "changes its id",
    resource: { title: "adm", gid: 77n },
    on,
    does: ["/usr/sbin/groupmod -g 77 adm"],
    says: ["Group[adm]/gid: gid changed 4 to 77"],
  },
  {
    about: "is removed",
    resource: { title: "adm", ensure: "absent" },
    on,
    does: ["/usr/sbin/groupdel adm"],
    says: ["Group[adm]/ensure: removed"],
  },
  {
    about: "gets members",
    resource: { title: "adm", members: ["alice", "bob"] },
    on,
    does: ["/usr/bin/gpasswd -a alice adm"],
    says: ["Group[adm]/members: members changed 'syslog,bob' to 'alice,bob,syslog'"],
  },
  {
    about: "has no other members",
    resource: { title: "adm", members: ["bob"], auth_membership: true },
    on,
    does: ["/usr/bin/gpasswd -d syslog adm"],
    says: ["Group[adm]/members: members changed 'syslog,bob' to 'bob'"],
  },
  {
    about: "is made by libuser",
    resource: { forcelocal: true },
    on: { ...on, programs: ["lgroupadd"] },
    does: ["/usr/sbin/lgroupadd x"],
    says: ["Group[x]/ensure: created"],
  },
  {
    about: "cannot be made",
    resource: {},
    on: { ...on, commands: { "/usr/sbin/groupadd x": [10, "groupadd: cannot lock /etc/group\n"] } },
    does: ["/usr/sbin/groupadd x"],
    says: [
      "Error: Could not create group x: Execution of '/usr/sbin/groupadd x' returned 10: groupadd: cannot lock /etc/group",
      "Error: /Stage[main]/Main/Group[x]/ensure: change from 'absent' to 'present' failed: Could not create group x: Execution of '/usr/sbin/groupadd x' returned 10: groupadd: cannot lock /etc/group",
    ],
  },
];

describe("a group", () => tell("Group", {}, rows, /^getent /));
