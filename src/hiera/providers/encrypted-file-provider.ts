import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import type { Location } from "../locations.ts";
import { isLookupFailure } from "../lookup-failure.ts";
import { LookupKey } from "../lookup-key.ts";
import { DataHashProvider } from "./data-hash-provider.ts";

/**
 * An entry with files that are encrypted as a whole. Every lookup asks it for lookup_options: a file that cannot be
 * decrypted has none then, and is only an error to who looks for a value in it.
 */
export class EncryptedFileProvider extends DataHashProvider {
  protected override findAt(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
  ): Value | undefined {
    try {
      return super.findAt(key, location, invocation);
    } catch (error) {
      if (key.root !== LookupKey.lookupOptions.root || !isLookupFailure(error)) throw error;
      invocation.reportNotFound(key.root);
      return undefined;
    }
  }
}
