import { fail } from "../diagnostics/failure.ts";
import { hashIterator } from "../types/hash-iterator.ts";
import type { Closure } from "../values/closure.ts";
import { Hash } from "../values/hash.ts";
import { hashKey } from "../values/hash-key.ts";
import { type Method, RichValue } from "../values/rich-value.ts";
import type { Value } from "../values/value.ts";
import type { FileCache } from "./file-cache.ts";
import { interpolate } from "./interpolation/interpolate.ts";
import type { Invocation } from "./invocation.ts";

/** Thrown by `$context.not_found()`: the data function has no value, the next level is asked. */
export class NotFound {
  readonly name = "NotFound";
}

/** What a data function keeps between calls, for one place of one hierarchy entry. */
export class FunctionContext {
  readonly files: FileCache;
  readonly environmentName: string;
  readonly moduleName: string | undefined;
  /** What the function itself has cached, by hash key. */
  readonly cache = new Map<unknown, readonly [key: Value, value: Value]>();
  /** The whole data of a data_hash function. */
  dataHash: Hash | undefined;
  /** The values that lookup_key and data_dig functions have given. */
  readonly values = new Map<string, Value>();

  /** The directory of the hiera.yaml that the entry stands in. */
  readonly configRoot: string | undefined;

  constructor(
    files: FileCache,
    environmentName: string,
    moduleName: string | undefined,
    configRoot?: string | undefined,
  ) {
    this.configRoot = configRoot;
    this.files = files;
    this.environmentName = environmentName;
    this.moduleName = moduleName;
  }
}

/** The `Puppet::LookupContext` that data functions receive as their last argument. */
export class LookupContext extends RichValue {
  readonly typeName = "Puppet::LookupContext";
  readonly invocation: Invocation;
  readonly #state: FunctionContext;

  constructor(state: FunctionContext, invocation: Invocation) {
    super();
    this.#state = state;
    this.invocation = invocation;
  }

  get environmentName(): string {
    return this.#state.environmentName;
  }

  get moduleName(): string | null {
    return this.#state.moduleName ?? null;
  }

  /** Only a data function can have no value. */
  get configRoot(): string | undefined {
    return this.#state.configRoot;
  }

  notFound(): never {
    if (!this.invocation.layers.current) fail("RUNTIME_ERROR", "uncaught throw :no_such_key");
    throw new NotFound();
  }

  /** Add a line to the explanation; the text is only made when someone is watching. */
  explain(text: () => string): null {
    this.invocation.reportText(text);
    return null;
  }

  interpolate(value: Value): Value {
    return interpolate(value, this.invocation, true);
  }

  cache(key: Value, value: Value): Value {
    this.#state.cache.set(hashKey(key), [key, value]);
    return value;
  }

  cacheAll(hash: Hash): null {
    for (const [key, value] of hash) this.cache(key, value);
    return null;
  }

  cacheHasKey(key: Value): boolean {
    return this.#state.cache.has(hashKey(key));
  }

  cachedValue(key: Value): Value {
    return this.#state.cache.get(hashKey(key))?.[1] ?? null;
  }

  cachedEntries(): readonly (readonly [Value, Value])[] {
    return [...this.#state.cache.values()];
  }

  /** What `read` makes of a file, cached as long as the file does not change; by default its text. */
  cachedFileData<T>(path: string, reader: string, read: (content: string) => T): T {
    return this.#state.files.data(path, reader, read);
  }

  /** The methods that code of the Puppet language can call: `$context.not_found()` and such. */
  override method(name: string): Method | undefined {
    const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
    return method && ((args, block) => method(this, args, block));
  }

  override hashKey(): string {
    return `Puppet::LookupContext:${this.#state.environmentName}`;
  }

  override toString(): string {
    return `Puppet::LookupContext({'environment_name' => '${this.environmentName}', 'module_name' => ${
      this.moduleName === null ? "undef" : `'${this.moduleName}'`
    }})`;
  }
}

type ContextMethod = (context: LookupContext, ...given: Parameters<Method>) => Value;

const METHODS: Readonly<Record<string, ContextMethod>> = {
  environment_name: (context) => context.environmentName,
  module_name: (context) => context.moduleName,
  not_found: (context) => context.notFound(),
  explain: (context, _args, block) => context.explain(() => String(block?.call([]) ?? "")),
  interpolate: (context, [value = null]) => context.interpolate(value),
  cache: (context, [key = null, value = null]) => context.cache(key, value),
  cache_all: (context, [hash]) => context.cacheAll(hash instanceof Hash ? hash : Hash.empty),
  cache_has_key: (context, [key = null]) => context.cacheHasKey(key),
  cached_value: (context, [key = null]) => context.cachedValue(key),
  cached_entries: (context, _args, block) => eachEntry(context, block),
  cached_file_data: (context, [path = ""], block) => {
    const file = String(path);
    if (!block) return context.cachedFileData(file, "text", (content) => content);
    return context.cachedFileData(file, "block", (content) => block.call([content]));
  },
};

function eachEntry(context: LookupContext, block: Closure | undefined): Value {
  const entries = context.cachedEntries();
  if (!block) return hashIterator(Hash.from(entries));
  for (const [key, value] of entries)
    block.call(block.parameters.length === 2 ? [key, value] : [[key, value]]);
  return null;
}
