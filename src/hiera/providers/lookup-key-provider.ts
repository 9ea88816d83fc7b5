import type { Value } from "../../values/value.ts";
import type { Invocation } from "../invocation.ts";
import type { Location } from "../locations.ts";
import type { LookupKey } from "../lookup-key.ts";
import { EntryProvider } from "./entry-provider.ts";
import { lookupValue } from "./lookup-value.ts";

/** An entry whose function is asked for one key at a time (eyaml_lookup_key and such). */
export class LookupKeyProvider extends EntryProvider {
  protected override findAt(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
  ): Value | undefined {
    const known = this.context(location, invocation).values;
    const given = known.has(key.root) ? known.get(key.root) : this.call([key.root], location, invocation);
    if (given === undefined) {
      invocation.reportNotFound(key.root);
      return undefined;
    }
    const value = lookupValue(given, () =>
      this.origin(`Value for key '${key.root}', returned from ${this.fullName}`, location),
    );
    known.set(key.root, value);
    invocation.reportFound(key.root, value);
    invocation.explainer?.place((path) => invocation.layers.places.of(location, [key.root, ...path]));
    return value;
  }
}
