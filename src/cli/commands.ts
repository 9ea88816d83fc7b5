import type { Command } from "./command.ts";

/** A command by name; its code is loaded only when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "apply",
    summary: "Make this machine match a manifest or a site",
    load: async () => (await import("./apply/command.ts")).apply,
  },
  {
    name: "compile",
    summary: "Print the catalog of a manifest or a site as JSON",
    load: async () => (await import("./apply/compile-command.ts")).compile,
  },
  {
    name: "validate",
    summary: "Check the syntax of manifests and templates",
    load: async () => (await import("./validate/command.ts")).validate,
  },
  {
    name: "facts",
    summary: "Show what is known about this machine",
    load: async () => (await import("./facts/command.ts")).facts,
  },
  {
    name: "lookup",
    summary: "Look up keys in Hiera's layers",
    load: async () => (await import("./lookup/command.ts")).lookup,
  },
  {
    name: "bundle",
    summary: "Put a site into one signed archive, or look into one",
    load: async () => (await import("./bundle/command.ts")).bundle,
  },
  {
    name: "boot",
    summary: "Configure this machine from a bundle, once per instance",
    load: async () => (await import("./boot/command.ts")).boot,
  },
  {
    name: "status",
    summary: "Tell how far boot has come",
    load: async () => (await import("./boot/status.ts")).status,
  },
  {
    name: "cloud-init",
    summary: "Print user-data, or a systemd unit, that boots from a bundle",
    load: async () => (await import("./boot/cloud-init.ts")).cloudInit,
  },
  {
    name: "secrets",
    summary: "Encrypt, edit and audit the secrets in Hiera's data",
    load: async () => (await import("./secrets/command.ts")).secrets,
  },
  {
    name: "version",
    summary: "Tell the version of this program, and what is inside it",
    load: async () => (await import("./version-command.ts")).version,
  },
];
