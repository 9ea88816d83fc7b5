/** The key under which rich data names the type of a value. */
export const TYPE_KEY = "__ptype";

/** The key under which rich data holds the value itself. */
export const VALUE_KEY = "__pvalue";
