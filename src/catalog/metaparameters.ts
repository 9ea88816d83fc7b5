/** Attributes that resources of every type have, in Puppet's order. */
export const METAPARAMETERS: ReadonlySet<string> = new Set([
  "noop",
  "schedule",
  "audit",
  "loglevel",
  "alias",
  "tag",
  "require",
  "subscribe",
  "before",
  "notify",
  "stage",
]);

/** Metaparameters that say what comes before what. */
export const RELATIONSHIP_METAPARAMETERS: ReadonlySet<string> = new Set([
  "before",
  "notify",
  "require",
  "subscribe",
]);

/** Metaparameters that what is contained takes over from its container, unless it has its own. */
export const INHERITED_METAPARAMETERS: readonly string[] = [...METAPARAMETERS].filter(
  (name) => !RELATIONSHIP_METAPARAMETERS.has(name),
);
