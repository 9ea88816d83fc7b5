import type { ResourceType } from "./define.ts";
import { exec } from "./exec/exec.ts";
import { posix, shell } from "./exec/posix.ts";
import { file } from "./file/file.ts";
import { posix as posixFile } from "./file/posix.ts";
import { logged, notify as notifyType } from "./notify/notify.ts";

/** Every resource type with its providers, by its lower-case name. */
const TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [notifyType.with(logged), exec.with(posix, shell), file.with(posixFile)].map((type) => [type.name, type]),
);

/** A built-in resource type by its name in any case. */
export function findType(name: string): ResourceType | undefined {
  return TYPES.get(name.toLowerCase());
}

/** The names of all resource types. */
export function typeNames(): Iterable<string> {
  return TYPES.keys();
}

/** The names of a type's own attributes, metaparameters left out. */
export function attributeNames(type: ResourceType): string[] {
  return [...new Set([type.key, ...Object.keys(type.settings), ...Object.keys(type.state)])];
}
