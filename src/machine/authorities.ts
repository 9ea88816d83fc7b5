import { readdirSync, statSync } from "node:fs";
import { Failure, fail } from "../diagnostics/failure.ts";
import { readRegularText } from "../source/read-file.ts";
import { systemMessage } from "./system-error.ts";

const CERTIFICATE = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

let store = "";
let known: string | undefined;

/** Name the file of further authorities in PEM format, or the folder of such files; an empty text names none. */
export function nameTrustStore(path: string): void {
  store = path;
}

/**
 * Have servers of https trusted whose certificates come from an authority that Node.js brings, from one of the system (of
 * the file that `SSL_CERT_FILE` names in its place), or from one of the setting `ssl_trust_store`. Fails in words when that
 * cannot be read.
 */
export function trustAuthorities(): void {
  if (known === store) return;
  // Loaded now, as most runs ask no server. Node.js 22 may lack these functions.
  const tls = process.getBuiltinModule("node:tls");
  if (tls.setDefaultCACertificates === undefined) return;
  const own = ownAuthorities();
  tls.setDefaultCACertificates([
    ...tls.getCACertificates("bundled"),
    ...tls.getCACertificates("system"),
    ...own,
  ]);
  known = store;
}

/** The certificates of `ssl_trust_store`, in PEM format. */
export function ownAuthorities(): readonly string[] {
  if (store === "") return [];
  const found = textsOf(store).flatMap((text) => text.match(CERTIFICATE) ?? []);
  if (found.length === 0) refuse(store, "has no certificate in PEM format");
  return found;
}

function textsOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [readRegularText(path)];
    return readdirSync(path)
      .map((name) => `${path}/${name}`)
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
      .map((file) => readRegularText(file));
  } catch (error) {
    if (error instanceof Failure) throw error;
    return refuse(path, `cannot be read: ${systemMessage(error)}`);
  }
}

function refuse(path: string, why: string): never {
  return fail("TRUST_STORE", `The setting ssl_trust_store names ${path}, which ${why}`);
}

/** Why a certificate is refused, without Node's advice about options of its own. */
export function certificateWords(message: string): string {
  return message.replace(
    /; if the root CA is installed locally.*/,
    "; the setting ssl_trust_store names a file of further authorities",
  );
}
