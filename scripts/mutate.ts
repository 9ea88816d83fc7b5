/** What can go wrong with a manifest while it is edited or copied. */
export const MUTATIONS = ["delete", "double", "swap", "cut", "insert", "drop", "nul"] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** A source of numbers from 0 to 1 that is the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TOKEN = /[A-Za-z_][\w:]*|\d+|\$\w+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|=>|->|~>|<\||\|>|\S/g;
const CHARACTERS = "'\"{}[]()|@$/\\,;:=<>~!?*%+-&^0aA#\n ";

/** A text with one thing wrong with it, as likely as not. */
export function mutate(text: string, mutation: Mutation, random: () => number): string {
  const tokens = [...text.matchAll(TOKEN)];
  if (tokens.length === 0) return `${text}}`;
  const pick = <T>(items: ArrayLike<T>): T => items[Math.floor(random() * items.length)]!;
  const token = pick(tokens);
  const start = token.index;
  const end = start + token[0].length;
  const at = Math.floor(random() * text.length);
  switch (mutation) {
    case "delete":
      return text.slice(0, start) + text.slice(end);
    case "double":
      return `${text.slice(0, end)} ${token[0]}${text.slice(end)}`;
    case "swap":
      return text.slice(0, start) + pick(tokens)[0] + text.slice(end);
    case "cut":
      return text.slice(0, start + Math.max(1, token[0].length >> 1));
    case "insert":
      return text.slice(0, at) + pick(CHARACTERS) + text.slice(at);
    case "drop":
      return text.slice(0, at) + text.slice(at + 1);
    case "nul":
      return `${text.slice(0, at)}\0${text.slice(at)}`;
  }
}
