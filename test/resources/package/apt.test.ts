import { describe, expect, it } from "vitest";
import { aptGet, mergedAptGet } from "../../../src/resources/package/apt-get.ts";
import type { Script } from "../scripted-machine.ts";
import { type Told, tell } from "../told.ts";

const FIELDS = ["Status", "Package", "Version", "Architecture", "Provides"];
const QUERY = `/usr/bin/dpkg-query -W --showformat ${FIELDS.map((field) => `\${${field}}`).join("\\t")}\\n`;
const LIST = [
  "install ok installed\tx\t1.0-1\tamd64\t",
  "hold ok installed\theld\t1.0\tamd64\t",
  "deinstall ok config-files\tgone\t1.0\tamd64\t",
  "install reinstreq half-installed\tbroken\t1.0\tamd64\t",
  "install ok installed\tpostfix\t3.7\tamd64\tmail-transport-agent, default-mta (= 1)",
].join("\n");
const POLICY = "x:\n  Installed: 1.0-1\n  Candidate: 2.0-1\n  Version table:\n";

function debian(more: Script["commands"] = {}, files: Script["files"] = {}): Script {
  return { files: { "/var/lib/dpkg/status": "", ...files }, commands: { [QUERY]: `${LIST}\n`, ...more } };
}

const get = "/usr/bin/apt-get -o DPkg::Lock::Timeout=600";
/** What apt has read before a package was held or let go. */
const forget = "/bin/rm -f /var/cache/apt/pkgcache.bin";
const install = `${get} -q -y -o DPkg::Options::=--force-confold`;

const rows: Told[] = [
  { about: "is there", resource: {}, on: debian(), does: [], says: [] },
  {
    about: "is installed",
    resource: { title: "new", ensure: "installed" },
    on: debian(),
    does: [`${install} install new`],
    says: ["Package[new]/ensure: created"],
  },
  {
    about: "is installed again after only its configuration was left",
    resource: { title: "gone" },
    on: debian(),
    does: [`${install} install gone`],
    says: ["Package[gone]/ensure: created"],
  },
  {
    about: "is installed with options, from a file",
    resource: {
      title: "new",
      source: "/tmp/new.deb",
      configfiles: "replace",
      install_options: ["--no-install-recommends"],
    },
    on: debian(),
    does: [`${get} -q -y -o DPkg::Options::=--force-confnew --no-install-recommends install /tmp/new.deb`],
    says: ["Package[new]/ensure: created"],
  },
  {
    about: "is removed",
    resource: { ensure: "absent" },
    on: debian(),
    does: [`${get} -y -q remove x`],
    says: ["Package[x]/ensure: removed"],
  },
  {
    about: "is gone but for its configuration",
    resource: { title: "gone", ensure: "absent" },
    on: debian(),
    does: [],
    says: [],
  },
  {
    about: "is purged",
    resource: { title: "gone", ensure: "purged" },
    on: debian(),
    does: [`${get} -y -q remove --purge gone`],
    says: ["Package[gone]/ensure: purged"],
  },
  {
    about: "goes to a version",
    resource: { ensure: "2.0-1" },
    on: debian(),
    does: [`${install} --allow-downgrades --allow-change-held-packages install x=2.0-1`],
    says: ["Package[x]/ensure: ensure changed '1.0-1' to '2.0-1'"],
  },
  {
    about: "goes to the newest version of a range",
    resource: { ensure: ">=1.5 <3" },
    on: debian({
      "/usr/bin/apt-cache madison x": " x | 3.0-1 | http\n x | 2.9-1 | http\n x | 1.6-1 | http\n",
    }),
    does: [`${install} --allow-downgrades --allow-change-held-packages install x=2.9-1`],
    says: ["Package[x]/ensure: ensure changed '1.0-1' to '>=1.5 <3'"],
  },
  { about: "is within a range", resource: { ensure: ">=1.0 <2.0" }, on: debian(), does: [], says: [] },
  {
    about: "goes to the latest version",
    resource: { ensure: "latest" },
    on: debian({ "/usr/bin/apt-cache policy x": POLICY }),
    does: [`${install} install x`],
    says: ["Package[x]/ensure: ensure changed '1.0-1' to '2.0-1'"],
  },
  {
    about: "is the latest version",
    resource: { ensure: "latest" },
    on: debian({ "/usr/bin/apt-cache policy x": POLICY.replace("2.0-1", "1.0-1") }),
    does: [],
    says: [],
  },
  {
    about: "is held",
    resource: { mark: "hold" },
    on: debian(),
    does: ["/usr/bin/dpkg --set-selections <x hold\n", forget],
    says: ["Package[x]/mark: mark changed 'none' to 'hold'"],
  },
  {
    about: "is held, but goes to a version",
    resource: { title: "held", ensure: "2.0", mark: "hold" },
    on: debian(),
    does: [
      "/usr/bin/dpkg --set-selections <held install\n",
      forget,
      `${install} --allow-downgrades --allow-change-held-packages install held=2.0`,
      "/usr/bin/dpkg --set-selections <held hold\n",
      forget,
    ],
    says: ["Package[held]/ensure: ensure changed '1.0' to '2.0'"],
  },
  {
    about: "gets its answers first",
    resource: { title: "new", responsefile: "/tmp/answers" },
    on: debian({}, { "/tmp/answers": "" }),
    does: ["/usr/bin/debconf-set-selections /tmp/answers", `${install} install new`],
    says: ["Package[new]/ensure: created"],
  },
  {
    about: "is another one under a virtual name",
    resource: { title: "default-mta", ensure: "absent", allow_virtual: true },
    on: debian(),
    does: [`${get} -y -q remove postfix`],
    says: ["Package[default-mta]/ensure: removed"],
  },
  {
    about: "is not there",
    resource: { title: "nosuch" },
    on: debian({ [`${install} install nosuch`]: [100, "E: Unable to locate package nosuch\n"] }),
    does: [`${install} install nosuch`],
    says: [
      "Error: Execution of '/usr/bin/apt-get -q -y -o DPkg::Options::=--force-confold install nosuch' returned 100: E: Unable to locate package nosuch",
      "Error: /Stage[main]/Main/Package[nosuch]/ensure: change from 'purged' to 'present' failed: Execution of '/usr/bin/apt-get -q -y -o DPkg::Options::=--force-confold install nosuch' returned 100: E: Unable to locate package nosuch",
    ],
  },
  {
    about: "is broken",
    resource: { title: "broken" },
    on: debian(),
    does: [],
    says: [
      "Error: /Stage[main]/Main/Package[broken]: Could not evaluate: Package broken, version 1.0 is in error state: reinstreq",
    ],
  },
  {
    about: "is on a disc",
    resource: { title: "new" },
    on: debian({}, { "/etc/apt/sources.list": "deb cdrom:[Debian]/ bookworm main\n" }),
    does: [],
    says: [
      "Error: /etc/apt/sources.list contains a cdrom source; not installing.  Use 'allowcdrom' to override this failure.",
      "Error: /Stage[main]/Main/Package[new]/ensure: change from 'purged' to 'present' failed: /etc/apt/sources.list contains a cdrom source; not installing.  Use 'allowcdrom' to override this failure.",
    ],
  },
];

const looking = /dpkg-query|apt-cache|dpkg-deb/;
describe("a package from apt", () => tell("Package", { fact: () => "Debian" }, rows, looking));

const fromFiles: Told[] = [
  {
    about: "is installed",
    resource: { title: "new", provider: "dpkg", source: "/tmp/new.deb" },
    on: debian(),
    does: ["/usr/bin/dpkg --force-confold -i /tmp/new.deb"],
    says: ["Package[new]/ensure: created"],
  },
  {
    about: "goes to the file's version",
    resource: { provider: "dpkg", source: "/tmp/x.deb", ensure: "latest" },
    on: debian({ "/usr/bin/dpkg-deb --show /tmp/x.deb": "x\t3.0\n" }),
    does: ["/usr/bin/dpkg --force-confold -i /tmp/x.deb"],
    says: ["Package[x]/ensure: ensure changed '1.0-1' to '3.0'"],
  },
  {
    about: "is removed",
    resource: { provider: "dpkg", ensure: "absent" },
    on: debian(),
    does: ["/usr/bin/dpkg -r x"],
    says: ["Package[x]/ensure: removed"],
  },
  {
    about: "needs a file",
    resource: { title: "new", provider: "dpkg" },
    on: debian(),
    does: [],
    says: [
      "Error: You cannot install dpkg packages without a source",
      "Error: /Stage[main]/Main/Package[new]/ensure: change from 'purged' to 'present' failed: You cannot install dpkg packages without a source",
    ],
  },
  {
    about: "of another world is refused",
    resource: { provider: "gem" },
    on: debian(),
    does: [],
    says: ["Error: /Stage[main]/Main/Package[x]: Provider gem is not functional on this host"],
  },
];
describe("a package from a file", () => tell("Package", { fact: () => "Debian" }, fromFiles, looking));

describe("several calls of apt-get", () => {
  const call = (words: string[], ...targets: string[]) => {
    const step = aptGet(words, targets.join(" "));
    return { ...step, argv: [...step.argv.slice(0, -1), ...targets] };
  };
  const hold = { kind: "say", message: "held" } as const;

  it("become one when only their targets differ", () => {
    const all = [[call(["-y", "install"], "a")], [call(["-y", "install"], "b=1")]];
    expect(mergedAptGet(all)).toEqual([call(["-y", "install"], "a", "b=1")]);
  });

  it("become one for each way of calling, what comes with more is left whole", () => {
    const all = [
      [call(["install"], "a")],
      [call(["remove"], "b")],
      [call(["install"], "c"), hold],
      [call(["install"], "d")],
    ];
    expect(mergedAptGet(all)).toEqual([
      call(["install"], "a", "d"),
      call(["remove"], "b"),
      call(["install"], "c"),
      hold,
    ]);
  });

  it("stay apart when none can be joined", () => {
    expect(mergedAptGet([[call(["install"], "a")], [call(["remove"], "b")]])).toBeUndefined();
  });
});
