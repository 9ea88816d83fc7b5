import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import type { Location } from "../locations.ts";
import type { LookupKey } from "../lookup-key.ts";
import { EntryProvider } from "./entry-provider.ts";
import { lookupValue } from "./lookup-value.ts";

/** An entry whose function is handed all segments of a dotted key and digs itself. */
export class DataDigProvider extends EntryProvider {
  protected override findAt(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
  ): Value | undefined {
    const known = this.context(location, invocation).values;
    const given = known.has(key.text)
      ? known.get(key.text)
      : this.call([key.toArray()], location, invocation);
    if (given === undefined) {
      invocation.reportNotFound(key.text);
      return undefined;
    }
    const value = lookupValue(given, () =>
      this.origin(`Value for key '${key}', returned from ${this.fullName}`, location),
    );
    known.set(key.text, value);
    return key.undig(invocation.reportFound(key.text, value));
  }
}
