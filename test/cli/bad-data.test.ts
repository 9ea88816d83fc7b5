import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCases, writeSite } from "../hiera/harness.ts";
import { Workshop } from "./program.ts";

const FOLDER = join(import.meta.dirname, "data-sites");
const workshop = new Workshop();
afterAll(() => workshop.remove());

// What a command line says of a site's data, standard output and error in one, and the exit code it ends with.
for (const file of readdirSync(FOLDER)) {
  for (const { title, files, lookups } of readCases(readFileSync(join(FOLDER, file), "utf8"))) {
    describe(`${file}: ${title}`, () => {
      const root = writeSite(linksLeftOut(files));
      for (const [path, target] of links(files)) symlinkSync(target, join(root, path));
      test.each(lookups)("$request", async ({ request, answer }) => {
        expect(await said(request, root)).toBe(answer);
      });
    });
  }
}

async function said(request: string, root: string): Promise<string> {
  const places = [
    `--environmentpath=${join(root, "env")}`,
    `--hiera_config=${join(root, "conf/hiera.yaml")}`,
    "--certname=web1.example.com",
    ...(request.startsWith("lookup") ? [`--site=${join(root, "env/production")}`] : []),
  ];
  const { code, text } = await workshop.run([...request.replaceAll("@ROOT@", root).split(" "), ...places]);
  return `${text.replaceAll(root, "@ROOT@")}exit ${code}`;
}

/** A file whose only text is `-> target` stands for a symbolic link. */
function links(files: Readonly<Record<string, string>>): [path: string, target: string][] {
  return Object.entries(files).flatMap(([path, text]) =>
    text.startsWith("-> ") ? [[path, text.slice(3).trim()] as [string, string]] : [],
  );
}

function linksLeftOut(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([, text]) => !text.startsWith("-> ")));
}
