import metadata from "../../../package.json" with { type: "json" };
import lock from "../../../package-lock.json" with { type: "json" };

/** A package as package-lock.json has it. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
}

/** A part of the program, as CycloneDX 1.6 writes it. */
export interface Component {
  readonly type: "library" | "application";
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly licenses?: readonly object[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** This program. The build reads this file and keeps only what comes of it. */
export const PROGRAM: Component = {
  type: "application",
  name: metadata.name,
  version: metadata.version,
  licenses: [{ license: { id: metadata.license } }],
};

/** The libraries that are inside the program: what is locked and not only for development. */
export const LIBRARIES: readonly Component[] = Object.entries(lock.packages as Record<string, LockedPackage>)
  .filter(([path, { dev }]) => path !== "" && dev !== true)
  .map(([path, locked]) => library(path.slice(path.lastIndexOf("node_modules/") + 13), locked));

function library(name: string, { version = "", license, integrity }: LockedPackage): Component {
  return {
    type: "library",
    name,
    version,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(license === undefined ? {} : { licenses: [{ expression: license.replace(/\+$/, "-or-later") }] }),
    ...(integrity?.startsWith("sha512-") ? { hashes: [hash(integrity.slice(7))] } : {}),
  };
}

function hash(base64: string): { readonly alg: string; readonly content: string } {
  return { alg: "SHA-512", content: Buffer.from(base64, "base64").toString("hex") };
}
