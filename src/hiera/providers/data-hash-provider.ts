import { assertInstance } from "../../types/assert-instance.ts";
import { HashType } from "../../types/hash-type.ts";
import type { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { interpolate } from "../interpolation/interpolate.ts";
import type { Invocation } from "../invocation.ts";
import type { Location } from "../locations.ts";
import type { LookupKey } from "../lookup-key.ts";
import { EntryProvider } from "./entry-provider.ts";
import { lookupValue } from "./lookup-value.ts";

/** An entry whose function gives a hash with all its data at once (yaml_data and such). */
export class DataHashProvider extends EntryProvider {
  protected override findAt(
    key: LookupKey,
    location: Location | undefined,
    invocation: Invocation,
  ): Value | undefined {
    const given = this.#hash(location, invocation)?.get(key.root);
    if (given === undefined) {
      invocation.reportNotFound(key.root);
      return undefined;
    }
    const value = lookupValue(given, () =>
      this.origin(`Value for key '${key.root}', in hash returned from ${this.fullName}`, location),
    );
    const found = invocation.reportFound(key.root, interpolate(value, invocation, true));
    invocation.explainer?.place((path) => invocation.layers.places.of(location, [key.root, ...path]));
    return found;
  }

  #hash(location: Location | undefined, invocation: Invocation): Hash | undefined {
    const context = this.context(location, invocation);
    context.dataHash ??= this.#load(location, invocation);
    return context.dataHash;
  }

  #load(location: Location | undefined, invocation: Invocation): Hash | undefined {
    const origin = this.origin(`Value returned from ${this.fullName}`, location);
    const data = this.callForHash(location, invocation);
    if (data === undefined) return undefined;
    const hash = assertInstance(origin, HashType.default, data) as Hash;
    this.entry.layer.checkData(hash, origin, invocation);
    return hash;
  }

  protected callForHash(location: Location | undefined, invocation: Invocation): Value | undefined {
    return this.call([], location, invocation);
  }
}

/** A `module::data` function of Puppet 4: called without anything. */
export class V4DataHashProvider extends DataHashProvider {
  override get name(): string {
    return `Deprecated API function "${this.entry.functionName}"`;
  }

  protected override get fullName(): string {
    return `deprecated API function '${this.entry.functionName}'`;
  }

  protected override callForHash(_location: Location | undefined, invocation: Invocation): Value | undefined {
    return invocation.scope.asker.functions.call(this.entry.functionName, []);
  }
}
