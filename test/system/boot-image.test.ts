import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installNostrings, type Ran } from "./booted-machine.ts";
import { debianRoot, removeRoot } from "./debian-root.ts";

const APPLY = "nostrings apply --image --detailed-exitcodes /srv/site --fact role=web";

describe("a web server's image, built where nothing runs", () => {
  let root: string;
  let first: Ran;

  /** Run a command in the root, as Packer's chroot builder and container builds do. */
  async function run(command: string): Promise<Ran> {
    const inside = [
      "-D",
      root,
      "--register=no",
      "--keep-unit",
      "--resolv-conf=copy-host",
      "--quiet",
      "--pipe",
    ];
    const line = `exec 2>&1; export PATH=/usr/local/bin:$PATH; ${command}`;
    const options = { reject: false, stdin: "ignore" } as const;
    const ran = await execa("systemd-nspawn", [...inside, "/bin/sh", "-c", line], options);
    return { exitCode: ran.exitCode ?? -1, text: ran.stdout };
  }

  beforeAll(async () => {
    root = await debianRoot();
    await installNostrings(root);
    first = await run(
      `apt-get update -qq && ${APPLY}; code=$?; pgrep nginx && echo 'nginx runs'; exit $code`,
    );
  });
  afterAll(() => removeRoot(root));

  it("is configured without a service being started, and tells which will be", () => {
    expect(first.text).toContain("Notice: Starts deferred to the boot of the image: Service[nginx]");
    expect(first.text).not.toContain("nginx runs");
    expect(first.text).not.toContain("Error:");
    expect(first.exitCode).toBe(2);
    expect(existsSync(join(root, "usr/sbin/policy-rc.d"))).toBe(false);
  });

  it("has the web server enabled on its disk, and nothing left to change", async () => {
    expect((await run("systemctl is-enabled nginx")).text).toBe("enabled");
    const second = await run(APPLY);
    expect(second.text).not.toMatch(/^Notice: \/Stage/m);
    expect(second.exitCode).toBe(0);
  });
});
