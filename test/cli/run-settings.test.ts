import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, Workshop } from "./program.ts";

// What settings do to a run; words and answers are those of Puppet 7.23.
const workshop = new Workshop();
afterAll(() => workshop.remove());

const at = (path: string): string => join(workshop.path, path);

function program(name: string, script: string): string {
  writeFileSync(at(name), `#!/bin/sh\n${script}\n`);
  chmodSync(at(name), 0o755);
  return at(name);
}

function apply(code: string, ...argv: string[]): Promise<Ended> {
  return workshop.run(["apply", "--certname=web1", ...argv, "-e", code]);
}

describe("config_version", () => {
  it("is what the report and the catalog are known by", async () => {
    const version = program("version", 'echo "v $1"');
    await apply("notice(1)", `--config_version=${version} 7`, `--lastrunreport=${at("report")}`);
    expect(readFileSync(at("report"), "utf8")).toContain("configuration_version: v 7\n");
  });

  it("fails the run when its command does", async () => {
    const { code, text } = await apply("notice(1)", `--config_version=${program("bad", "exit 3")}`);
    const command = "WORKSHOP/bad";
    expect(text).toContain(
      `Error: Execution of config_version command \`${command}\` failed: Execution of '${command}' returned 3:  on node web1`,
    );
    expect(code).toBe(1);
  });
});

describe("diff and diff_args", () => {
  const shown = async (...argv: string[]) => {
    writeFileSync(at("f"), "a\n");
    const { text } = await apply(`file { '${at("f")}': content => "b\n" }`, "--show_diff", ...argv);
    return text.split("/content: ")[1]?.split("Notice:")[0];
  };

  it("name the command that shows what changes", async () => {
    const mine = program("mine", 'echo "$1 $#"');
    expect(await shown(`--diff=${mine}`, "--diff_args=-x -y")).toBe("\n-x 4\n");
    expect(await shown("--diff_args=")).toBe("\n1c1\n< a\n---\n> b\n");
    expect(await shown("--diff=")).toBe("\n");
    expect(await shown("--diff=/nope/diff")).toBe("\n");
  });
});

describe("reports", () => {
  const code = "notify { 'a': }";

  it("go where they are wanted, and only then", async () => {
    await apply(code, `--reportdir=${at("none")}`);
    await apply(code, `--reportdir=${at("none")}`, "--reports=none");
    expect(readdirSync(workshop.path)).not.toContain("none");
    const { text } = await apply(code, `--reportdir=${at("stored")}`, "--reports=store,log,nope");
    expect(readdirSync(at("stored/web1"))).toEqual([expect.stringMatching(/^\d{12}\.yaml$/)]);
    expect(text).toContain("Notice: //web1//Stage[main]/Main/Notify[a]/message: defined 'message' as 'a'\n");
    expect(text).toContain("Warning: No report named 'nope'\n");
  });

  it("are sent to a web server", async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.on("data", (piece) => bodies.push(`${request.headers["content-type"]}\n${piece}`));
      request.on("end", () => response.writeHead(request.url === "/refuse" ? 503 : 200).end());
    }).listen(0, "127.0.0.1");
    await new Promise((listening) => server.once("listening", listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await apply(code, "--reports=http", `--reporturl=${url}/`);
    const { text } = await apply(code, "--reports=http", `--reporturl=${url}/refuse`);
    server.close();
    expect(bodies[0]).toMatch(/^application\/x-yaml\n---\nhost: web1\n/);
    expect(text).toContain(`Error: Unable to submit report to ${url}/refuse [503]\n`);
  });
});

it("a facility of syslog that there is not is refused", async () => {
  const { code, text } = await apply("notice(1)", "--logdest=syslog", "--syslogfacility=nope");
  expect(text).toContain("Could not set logdest to syslog: Invalid syslog facility nope");
  expect(code).toBe(1);
});

it("an environment that is not there is refused, whatever the modulepath", async () => {
  const { code, text } = await apply("notice(1)", "--environment=nope", `--modulepath=${workshop.path}`);
  expect(text).toContain("Could not find a directory environment named 'nope' anywhere in the path:");
  expect(code).toBe(1);
});
