/** "a" or "an" as Puppet chooses it: by the first letter, quotes skipped; y counts as a vowel. */
export function article(text: string): string {
  return /^["']?[aeiouy]/i.test(text) ? "an" : "a";
}

/** The text with its article: "an Integer". */
export function withArticle(text: string): string {
  return `${article(text)} ${text}`;
}
