/** What every start of Node has loaded already. */
const ALWAYS_LOADED = new Set([
  "node:buffer",
  "node:fs",
  "node:path",
  "node:url",
  "node:util",
  "buffer",
  "process",
]);

/** A `require` whose modules are loaded when something of them is first used: most runs use few of them. */
export function loadedWhenUsed(require: (name: string) => unknown): (name: string) => unknown {
  return (name) => (ALWAYS_LOADED.has(name) ? require(name) : standIn(() => require(name) as object));
}

function standIn(load: () => object): object {
  let loaded: object | undefined;
  const module = (): object => {
    loaded ??= load();
    return loaded;
  };
  return new Proxy(
    {},
    {
      get: (_, name) => Reflect.get(module(), name),
      has: (_, name) => name in module(),
      ownKeys: () => Reflect.ownKeys(module()),
      getOwnPropertyDescriptor: (_, name) => ({
        value: Reflect.get(module(), name),
        enumerable: true,
        configurable: true,
      }),
    },
  );
}
