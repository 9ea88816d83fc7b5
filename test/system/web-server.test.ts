import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BootedMachine, type Ran } from "./booted-machine.ts";
import { tree } from "./tree.ts";

const APPLY = "nostrings apply /srv/site --fact role=web";

/** The events of a run as `Type[title]/property`, or `Type[title] refresh`. */
function events(run: Ran): string[] {
  const event = /^Notice: \/Stage\[main\]\/\S*?\/?(\w+\[[^\]]*\])(?:\/(\w+))?: (.*)$/;
  return run.text.split("\n").flatMap((line) => {
    const match = event.exec(line);
    if (!match) return [];
    const refresh = /riggered 'refresh'/.test(match[3]!);
    return [refresh ? `${match[1]} refresh` : `${match[1]}/${match[2]}`];
  });
}

/**
 * The resources that a run touched, in order. Installing a package may start its service and bring files, so whether a
 * service is started or refreshed, or a link made or turned, cannot be foretold; which resources are touched can.
 */
function touched(run: Ran): string[] {
  return [...new Set(events(run).map((event) => event.replace(/(\/\w+| refresh)$/, "")))];
}

describe("the example site's web server on a real Debian with systemd", () => {
  let machine: BootedMachine;
  let predicted: Ran;
  let first: Ran;

  beforeAll(async () => {
    machine = await BootedMachine.boot();
    await machine.run("apt-get update -qq");
  });
  afterAll(() => machine?.powerOff());

  it("is predicted by --noop, which changes not one byte", async () => {
    const before = await tree(machine.root);
    predicted = await machine.run(`${APPLY} --noop`);
    expect(predicted.text).toContain("(noop)");
    expect(predicted.exitCode).toBe(0);
    expect(await tree(machine.root)).toEqual(before);
  });

  it("is installed, configured and started by one run that does what was predicted", async () => {
    first = await machine.run(APPLY);
    expect(first.text).not.toContain("Error:");
    expect(first.exitCode).toBe(0);
    expect(touched(first)).toEqual(touched(predicted));
  });

  it("serves the page over HTTP", async () => {
    const page = await execa("curl", ["-sS", "--fail", "http://127.0.0.1:8088/"]);
    expect(page.stdout).toContain("<h1>Served by nginx</h1>");
    expect((await machine.run("systemctl is-enabled nginx")).text).toBe("enabled");
    expect((await machine.run("id -gn webmaster")).text).toBe("webmaster");
  });

  it("is left alone by a second run", async () => {
    const second = await machine.run(`${APPLY} --detailed-exitcodes`);
    expect(events(second)).toEqual([]);
    expect(second.exitCode).toBe(0);
  });

  it("is restarted when its configuration changes", async () => {
    const pid = async () => (await machine.run("systemctl show -p MainPID --value nginx")).text;
    const before = await pid();
    await machine.run("echo '# drift' >> /etc/nginx/sites-available/page");
    const repair = await machine.run(`${APPLY} --detailed-exitcodes`);
    expect(events(repair)).toEqual([
      "File[/etc/nginx/sites-available/page]/content",
      "Service[nginx] refresh",
    ]);
    expect(repair.exitCode).toBe(2);
    expect(await pid()).not.toBe(before);
  });
});
