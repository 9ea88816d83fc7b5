import { Masked } from "./masked.ts";
import type { ChownStep, Step, Word, WriteStep } from "./step.ts";

/** What Puppet calls a command that must not be shown. */
export const HIDDEN_COMMAND = "[command redacted]";

type Describers = { readonly [K in Step["kind"]]: (step: Extract<Step, { kind: K }>) => string };

const describers: Describers = {
  run: ({ argv, options }) => options.called ?? argv.map(shown).join(" "),
  write: (step) => `write ${step.path} (${sizeOf(step)})`,
  mkdir: ({ path, mode }) => `mkdir ${mode === undefined ? "" : `-m ${octal(mode)} `}${path}`,
  symlink: ({ target, path }) => `ln -s ${target} ${path}`,
  remove: ({ path, tree }) => `rm ${tree ? "-r " : ""}${path}`,
  chmod: ({ path, mode }) => `chmod ${octal(mode)} ${path}`,
  chown: (step) => `chown ${step.follow ? "" : "-h "}${ownership(step)} ${step.path}`,
  backup: ({ from, to }) => `cp -a ${from} ${to}`,
  say: ({ message }) => String(message),
};

/** A step as a person would type it, without its secrets. */
export function describeStep(step: Step): string {
  return (describers[step.kind] as (step: Step) => string)(step);
}

function shown(word: Word): string {
  if (word instanceof Masked) return word.toString();
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function sizeOf({ content }: WriteStep): string {
  if (content instanceof Uint8Array) return `${content.length} bytes`;
  return `from ${"copyOf" in content ? content.copyOf : content.download}`;
}

function ownership({ owner, group }: ChownStep): string {
  return group === undefined ? String(owner ?? "") : `${owner ?? ""}:${group}`;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}
