import { readFileSync } from "node:fs";
import { runAndWait } from "../../machine/run-and-wait.ts";
import type { PlainAnswers } from "./answers.ts";

/** Entries of the system's databases as lists of their fields. */
export const accountAnswers: PlainAnswers = {
  "account.user": (by: string, key: string | number) => entry("passwd", by, key),
  "account.group": (by: string, key: string | number) => entry("group", by, key),
  "account.users": () => entries("passwd"),
  "account.groups": () => entries("group"),
};

/** The files know most; what only other services know, getent asks. */
function entry(database: "passwd" | "group", by: string, key: string | number): readonly string[] | null {
  const field = by === "name" ? 0 : 2;
  const known = entries(database).find((fields) => fields[field] === String(key));
  return known ?? asked(database, String(key)).find((fields) => fields[field] === String(key)) ?? null;
}

function entries(database: string): string[][] {
  return lines(readFileSync(`/etc/${database}`, "utf8"));
}

function asked(database: string, key: string): string[][] {
  const argv = ["/usr/bin/getent", database, "--", key];
  const waited = runAndWait({ argv, cwd: "/", env: {}, merge: false, inherit: false, milliseconds: 10_000 });
  return "pid" in waited && waited.status === 0 ? lines(waited.out.toString("utf8")) : [];
}

function lines(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(":"));
}
