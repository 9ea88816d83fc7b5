import { describe } from "vitest";
import { type Told, tell } from "../told.ts";

const script = { "/etc/init.d/x": "#!/bin/sh\n" };

const onDebian: Told[] = [
  {
    about: "is started and enabled",
    resource: { ensure: "running", enable: true },
    on: {
      files: script,
      commands: {
        "/usr/sbin/service x status": [3, ""],
        "/usr/sbin/invoke-rc.d --quiet --query x start": [101, ""],
      },
    },
    does: ["/etc/init.d/x start", "/usr/sbin/update-rc.d -f x remove", "/usr/sbin/update-rc.d x defaults"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "is enabled by its links",
    resource: { enable: true },
    on: {
      files: { ...script, ...Object.fromEntries([2, 3, 4, 5].map((n) => [`/etc/rc${n}.d/S01x`, ""])) },
      commands: { "/usr/sbin/invoke-rc.d --quiet --query x start": [101, ""] },
    },
    does: [],
    says: [],
  },
  {
    about: "is disabled",
    resource: { enable: false },
    on: { files: script, commands: { "/usr/sbin/invoke-rc.d --quiet --query x start": [104, ""] } },
    does: ["/usr/sbin/update-rc.d x disable"],
    says: ["Service[x]/enable: enable changed 'true' to 'false'"],
  },
  {
    about: "without a script",
    resource: { ensure: "running" },
    on: { commands: { "/usr/sbin/service x status": [4, ""] } },
    does: [],
    says: [
      "Error: Could not find init script for 'x'",
      "Error: /Stage[main]/Main/Service[x]/ensure: change from 'stopped' to 'running' failed: Could not find init script for 'x'",
    ],
  },
];

const byInit: Told[] = [
  {
    about: "without a status of its own is looked for among the processes",
    resource: { ensure: "stopped", hasstatus: false, pattern: "x-daemon" },
    on: { files: script, commands: { "ps -ef": "UID PID\nroot  42 1 0 x-daemon --foo\n" } },
    does: ["/etc/init.d/x stop"],
    says: ["Service[x]/ensure: ensure changed 'running' to 'stopped'"],
  },
];

const byHand: Told[] = [
  {
    about: "is ended by its number",
    resource: { ensure: "stopped" },
    on: { commands: { "ps -ef": "UID PID\nroot  42 1 0 /usr/bin/x\n" } },
    does: ["kill 42"],
    says: ["Service[x]/ensure: ensure changed 'running' to 'stopped'"],
  },
  {
    about: "is started by its program",
    resource: { ensure: "running", binary: "/usr/bin/x -d" },
    does: ["/bin/sh -c /usr/bin/x -d"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "that nobody can start",
    resource: { ensure: "running" },
    does: [],
    says: [
      "Error: Services must specify a start command or a binary",
      "Error: /Stage[main]/Main/Service[x]/ensure: change from 'stopped' to 'running' failed: Services must specify a start command or a binary",
    ],
  },
];

const looking = /invoke-rc\.d| status$|^ps /;
const has = (...paths: string[]) => ({ exists: (path: string) => paths.includes(path) });

describe("a service of init scripts on Debian", () =>
  tell("Service", has("/usr/sbin/update-rc.d"), onDebian, looking));
describe("a service of init scripts", () => tell("Service", has("/etc/init.d"), byInit, looking));
describe("a service without an init system", () => tell("Service", {}, byHand, looking));
