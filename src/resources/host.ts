import type { Value } from "../values/value.ts";

/** What a provider may ask to find out whether it suits this machine (Puppet's confine and commands). */
export interface Host {
  /** A fact by its dotted name, e.g. `os.family`; undefined when there is none. */
  fact(name: string): Value | undefined;
  /** The path of an executable, when there is one. */
  command(name: string): string | undefined;
  exists(path: string): boolean;
  /** An image is being built: nothing of it runs before it boots. */
  readonly image?: boolean | undefined;
}
