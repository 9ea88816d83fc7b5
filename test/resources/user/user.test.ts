import { describe, expect, it } from "vitest";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { scriptedMachine } from "../scripted-machine.ts";
import { type Told, tell } from "../told.ts";

const files = {
  "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nbob:x:1000:1000:Bob,,,:/home/bob:/bin/bash\n",
  "/etc/group": "root:x:0:\nadm:x:4:bob\nsudo:x:27:\nbob:x:1000:\nx2:x:9:\n",
  "/etc/shadow": "root:*:19700:0:99999:7:::\nbob:$6$old:19700:0:99999:7::20000:\n",
  "/bin/sh": "",
};
const on = { files };

const rows: Told[] = [
  {
    about: "is made",
    resource: { ensure: "present" },
    on,
    does: ["/usr/sbin/useradd -M x"],
    says: ["User[x]/ensure: created"],
  },
  {
    about: "is made with everything",
    resource: {
      comment: "X Y",
      home: "/srv/x",
      shell: "/bin/sh",
      uid: "1234",
      gid: "adm",
      groups: ["sudo", "adm"],
      managehome: true,
      system: true,
      allowdupe: true,
      expiry: "2030-01-01",
      password: "$6$new",
      password_max_age: 90n,
      password_min_age: 1n,
      password_warn_days: 14n,
    },
    on,
    does: [
      "/usr/sbin/useradd -e 2030-01-01 -g adm -G adm,sudo -d /srv/x -s /bin/sh -u 1234 -o -m -r x",
      "/usr/bin/chage -m 1 -M 90 -W 14 x",
      "/usr/sbin/vipw -q <s/^\\(x\\(:[^:]*\\)\\{3\\}:\\)[^:]*/\\1X Y/\n",
      "/usr/sbin/chpasswd -e <x:$6$new\n",
    ],
    says: ["User[x]/ensure: created"],
  },
  {
    about: "joins the group of its name that is there already",
    resource: { title: "x2", ensure: "present" },
    on,
    does: ["/usr/sbin/useradd -g x2 -M x2"],
    says: ["User[x2]/ensure: created"],
  },
  {
    about: "is there",
    resource: { title: "bob", uid: 1000n, gid: "bob", groups: "adm" },
    on,
    does: [],
    says: [],
  },
  { about: "that nothing is said of is left alone", resource: { title: "nobody" }, on, does: [], says: [] },
  {
    about: "changes",
    resource: {
      title: "bob",
      comment: "Bob",
      home: "/h",
      shell: "/bin/sh",
      uid: 7n,
      gid: "adm",
      password_max_age: 90n,
      expiry: "absent",
    },
    on,
    does: [
      "/usr/sbin/usermod -d /h bob",
      "/usr/sbin/usermod -u 7 bob",
      "/usr/sbin/usermod -g 4 bob",
      "/usr/sbin/vipw -q <s/^\\(bob\\(:[^:]*\\)\\{3\\}:\\)[^:]*/\\1Bob/\n",
      "/usr/sbin/usermod -s /bin/sh bob",
      "/usr/bin/chage -M 90 bob",
      "/usr/sbin/usermod -e  bob",
    ],
    says: [
      "User[bob]/home: home changed '/home/bob' to '/h'",
      "User[bob]/uid: uid changed 1000 to 7",
      "User[bob]/gid: gid changed 1000 to 'adm'",
      "User[bob]/comment: comment changed 'Bob,,,' to 'Bob'",
      "User[bob]/shell: shell changed '/bin/bash' to '/bin/sh'",
      "User[bob]/password_max_age: password_max_age changed 99999 to 90",
      "User[bob]/expiry: undefined 'expiry' from '2024-10-04'",
    ],
  },
  {
    about: "gets another password, which nobody sees",
    resource: { title: "bob", password: "$6$new" },
    on,
    does: ["/usr/sbin/chpasswd -e <bob:$6$new\n"],
    says: ["User[bob]/password: changed [redacted] to [redacted]"],
  },
  {
    about: "joins groups",
    resource: { title: "bob", groups: ["sudo"] },
    on,
    does: ["/usr/sbin/usermod -G adm,sudo bob"],
    says: ["User[bob]/groups: groups changed adm to ['adm', 'sudo']"],
  },
  {
    about: "leaves groups that are not listed",
    resource: { title: "bob", groups: ["sudo"], membership: "inclusive" },
    on,
    does: ["/usr/sbin/usermod -G sudo bob"],
    says: ["User[bob]/groups: groups changed adm to ['sudo']"],
  },
  {
    about: "is removed with its home",
    resource: { title: "bob", ensure: "absent", managehome: true },
    on,
    does: ["/usr/sbin/userdel -r bob"],
    says: ["User[bob]/ensure: removed"],
  },
  {
    about: "needs a shell that is there",
    resource: { ensure: "present", shell: "/bin/zsh" },
    on,
    does: [],
    says: [
      "Error: Shell /bin/zsh must exist",
      "Error: /Stage[main]/Main/User[x]/ensure: change from 'absent' to 'present' failed: Shell /bin/zsh must exist",
    ],
  },
  {
    about: "needs a group that is there",
    resource: { title: "bob", gid: "nosuch" },
    on,
    does: [],
    says: [
      "Error: Could not find group(s) nosuch",
      "Error: /Stage[main]/Main/User[bob]/gid: change from 1000 to 'nosuch' failed: Could not find group(s) nosuch",
    ],
  },
];

describe("a user", () => tell("User", {}, rows, /^getent /));

describe("a dry run", () => {
  it("says what it would change", async () => {
    const row = { type: "User", title: "bob", parameters: { groups: ["sudo"], password: "$6$new" } };
    const { lines } = await applied(catalogOf([row]), scriptedMachine({ ...on, programs: ["useradd"] }), {
      noop: true,
    });
    expect(lines.slice(0, 2)).toEqual([
      "Notice: /Stage[main]/Main/User[bob]/password: current_value [redacted], should be [redacted] (noop)",
      "Notice: /Stage[main]/Main/User[bob]/groups: current_value adm, should be 'adm,sudo' (noop)",
    ]);
  });
});

describe("what a user cannot be", () => {
  it.each([
    [{ password: "a:b" }, "Parameter password failed on User[x]: Passwords cannot include ':'"],
    [{ groups: ["4"] }, "Parameter groups failed on User[x]: Group names must be provided, not GID numbers."],
    [
      { groups: ["a,b"] },
      "Parameter groups failed on User[x]: Group names must be provided as an array, not a comma-separated list.",
    ],
    [
      { expiry: "soon" },
      'Parameter expiry failed on User[x]: Expiry dates must be YYYY-MM-DD or the string "absent"',
    ],
    [
      { password_max_age: "often" },
      "Parameter password_max_age failed on User[x]: Password maximum age must be provided as a number.",
    ],
  ])("%j", async (parameters, message) => {
    const catalog = catalogOf([{ type: "User", title: "x", parameters }]);
    await expect(applied(catalog, scriptedMachine(on))).rejects.toThrow(message);
  });
});
