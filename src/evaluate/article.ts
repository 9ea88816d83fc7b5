/** A label with its indefinite article, chosen as Puppet does: by the first letter, quotes skipped, `y` a vowel. */
export function withArticle(label: string): string {
  return `${article(label)} ${label}`;
}

/** The same at the beginning of a sentence. */
export function withCapitalArticle(label: string): string {
  return `${article(label) === "an" ? "An" : "A"} ${label}`;
}

function article(label: string): "a" | "an" {
  return /^["']?[aeiouy]/i.test(label) ? "an" : "a";
}
