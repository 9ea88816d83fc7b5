import { readFileSync } from "node:fs";
import type { Wait } from "./wait.ts";

/** A route to anywhere but this machine itself, as the kernel lists them. */
export function network(read: (path: string) => string = contentOf): Wait {
  return {
    what: "the network",
    missing: () =>
      hasRoute(read("/proc/net/route")) || hasRoute6(read("/proc/net/ipv6_route"))
        ? undefined
        : "no network interface has a route",
  };
}

function hasRoute(table: string): boolean {
  return rows(table)
    .slice(1)
    .some(([device]) => device !== undefined && device !== "lo");
}

/** Addresses that begin with fe8 or ff are every interface's own before it has any other. */
function hasRoute6(table: string): boolean {
  return rows(table).some((row) => row.at(-1) !== "lo" && row[0] !== undefined && !/^f(e8|f)/.test(row[0]));
}

function rows(table: string): string[][] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => line.trim().split(/\s+/));
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
