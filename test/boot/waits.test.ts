import { describe, expect, it } from "vitest";
import { clock } from "../../src/boot/waits/clock.ts";
import { nameOf } from "../../src/boot/waits/name.ts";
import { network } from "../../src/boot/waits/network.ts";
import { packageLocks } from "../../src/boot/waits/package-locks.ts";
import { waited } from "../../src/boot/waits/wait.ts";

/** Wait on a clock that only waiting moves; `answers` are what is missing, look by look, the last one for ever. */
async function patiently(answers: readonly (string | undefined)[], seconds: number) {
  let now = 0;
  let looks = 0;
  const said: string[] = [];
  const why = await waited(
    { what: "the thing", missing: () => answers[Math.min(looks++, answers.length - 1)] },
    {
      now: () => now,
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
      deadline: seconds * 1000,
      say: (message) => said.push(message),
    },
  );
  return { why, said, waited: now / 1000 };
}

describe("waiting", () => {
  it("says nothing when there is nothing to wait for", async () => {
    expect(await patiently([undefined], 60)).toEqual({ why: undefined, said: [], waited: 0 });
  });

  it("tells what it waits for, when the reason changes, and how long it took", async () => {
    expect((await patiently(["no cable", "no cable", "no address", undefined], 60)).said).toEqual([
      "Waiting for the thing: no cable (for at most 60 s more)",
      "Waiting for the thing: no address (for at most 59 s more)",
      "Waited 1.5 s for the thing",
    ]);
  });

  it("tells again every ten seconds, and gives up at the deadline", async () => {
    const { why, said, waited: seconds } = await patiently(["no cable"], 25);
    expect([why, said.length, seconds]).toEqual(["no cable", 3, 25]);
  });
});

const ROUTES = "Iface\tDestination\tGateway\tFlags\n";

describe("what is waited for", () => {
  it.each([
    ["", "", "no network interface has a route"],
    [`${ROUTES}lo\t0000007F\t0\t1\n`, "", "no network interface has a route"],
    [`${ROUTES}eth0\t00000000\t0102A8C0\t0003\n`, "", undefined],
    [
      "",
      "fe800000000000000000000000000000 40 00 00 00 0100 1 0 1 eth0\n",
      "no network interface has a route",
    ],
    ["", "20010db8000000000000000000000000 40 00 00 00 0100 1 0 1 eth0\n", undefined],
    [
      "",
      "00000000000000000000000000000000 00 00 00 00 ffff 1 0 200200 lo\n",
      "no network interface has a route",
    ],
  ])("a route: %j %j", (four, six, why) => {
    expect(network((path) => (path.endsWith("ipv6_route") ? six : four)).missing()).toBe(why);
  });

  it.each([
    [{ code: "EAI_AGAIN" }, "the name server cannot be reached"],
    [{ code: "ENOTFOUND" }, "the name is not known"],
    [{ message: "odd" }, "odd"],
  ])("a name: %j", async (error, why) => {
    expect(await nameOf("h", () => Promise.reject(error)).missing()).toBe(why);
  });

  it("a name that is found", async () => {
    expect(await nameOf("h", async () => ({ address: "::1" })).missing()).toBeUndefined();
  });

  it.each([
    ["1970-01-01T00:00:05Z", "it is at 1970-01-01 00:00, and has been at 2025-06-01 12:00 before"],
    ["2025-06-01T12:00:00Z", undefined],
  ])("a clock at %s", (now, why) => {
    expect(clock(new Date("2025-06-01T12:00:00Z"), () => Date.parse(now)).missing()).toBe(why);
  });

  it.each([
    ["", undefined],
    [
      "1: POSIX  ADVISORY  WRITE 812 fe:00:77 0 EOF\n",
      "/var/lib/dpkg/lock-frontend is held by apt-get (process 812)",
    ],
    ["1: POSIX  ADVISORY  READ 812 fe:00:77 0 EOF\n", undefined],
    ["1: FLOCK  ADVISORY  WRITE 9 fe:00:99 0 EOF\n", undefined],
    ["1: POSIX  ADVISORY  WRITE 13 fe:00:78 0 EOF\n", "/var/lib/apt/lists/lock is held by process 13"],
  ])("locks of apt: %j", (locks, why) => {
    const files: Record<string, string> = { "/proc/locks": locks, "/proc/812/comm": "apt-get\n" };
    const inodes: Record<string, number> = {
      "/var/lib/dpkg/lock-frontend": 77,
      "/var/lib/apt/lists/lock": 78,
    };
    const view = { read: (path: string) => files[path], inode: (path: string) => inodes[path] };
    expect(packageLocks(view).missing()).toBe(why);
  });
});
