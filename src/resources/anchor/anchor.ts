import { defineType } from "../define.ts";

/** A place in the order that others can refer to (puppetlabs-stdlib); refreshes pass through it. */
export const anchor = defineType({
  name: "anchor",
  doc: "A place in the order of a class, for relationships with what is outside it.",
  key: "name",
  settings: {},
  state: {},
});

/** Does nothing, and so hands refreshes on. */
export const place = anchor.provider({ name: "place", read: () => ({}), change: {}, refresh: () => [] });
