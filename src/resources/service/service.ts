import { fail } from "../../diagnostics/failure.ts";
import type { Value } from "../../values/value.ts";
import { defineType } from "../define.ts";
import { bool, type Kind, oneOf, oneOfOr, str, textOf, withDefault, withoutFeatures } from "../kind.ts";

/** Folders, as an array or with colons between them. */
const searchPath: Kind<readonly string[]> = {
  many: true,
  parse: (value) =>
    (Array.isArray(value) ? value : [value]).flatMap((part: Value) => textOf(part).split(":")),
};

const seconds: Kind<number> = {
  parse(value) {
    const text = textOf(value);
    const number = Number.parseInt(text, 10);
    if (number >= 1) return number;
    return fail(
      "INVALID_VALUE",
      `"${text}" is not a positive integer: the timeout parameter must be specified as a positive integer`,
    );
  },
};

const ENABLED_EVENTS: Readonly<Record<string, string>> = {
  true: "service_enabled",
  false: "service_disabled",
  mask: "service_disabled",
};

/** A daemon kept by the init system. */
export const service = defineType({
  name: "service",
  doc: "A service of the init system: whether it runs now, and whether it starts at boot.",
  key: "name",
  settings: {
    binary: str,
    control: str,
    flags: str,
    hasrestart: bool,
    hasstatus: withDefault(bool, true),
    manifest: str,
    path: searchPath,
    pattern: str,
    restart: str,
    start: str,
    status: str,
    stop: str,
    timeout: seconds,
  },
  state: {
    ensure: oneOfOr(["stopped", "running"], { false: "stopped", true: "running" }),
    enable: withoutFeatures(oneOf("true", "false", "mask"), "enable", "systemd", {
      manual: "manual_startable",
      delayed: "delayed_startable",
    }),
  },
  traits: {
    ensure: {
      event: (to) => (to === "running" ? "service_started" : "service_stopped"),
      invalidatesRefresh: (to) => to === "running",
    },
    enable: {
      insync: (is, to, _wanted, found) =>
        is === to || (found as { enableFixed?: boolean }).enableFixed === true,
      event: (to) => ENABLED_EVENTS[to] ?? "service_enabled",
    },
  },
});
