import { secretForms } from "../secrets/secret-forms.ts";

const SHORTEST = 4;
/** What stands in place of a secret. */
export const REDACTED = "[redacted]";

/**
 * The one way to any output: whatever was registered as secret leaves it as `[redacted]`. Secrets under four
 * characters are not looked for, as blotting out every `a` would hide more than it keeps.
 */
export class Redactor {
  readonly #registered = new Set<string>();
  readonly #secrets = new Set<string>();
  #pattern: RegExp | undefined;

  /** From now on keep a text out of all output, in every form it may take there; and of `NAME=value` the value. */
  register(secret: string): void {
    if (this.#registered.has(secret)) return;
    this.#registered.add(secret);
    for (const text of withValue(secret).flatMap((part) => [...secretForms(part)])) {
      if (text.length < SHORTEST || this.#secrets.has(text)) continue;
      this.#secrets.add(text);
      this.#pattern = undefined;
    }
  }

  /** A text without the secrets. */
  redact(text: string): string {
    if (this.#secrets.size === 0) return text;
    this.#pattern ??= patternOf(this.#secrets);
    return text.replace(this.#pattern, REDACTED);
  }

  /** Data with every text in it, keys too, redacted. */
  redactAll<T>(data: T): T {
    return this.#secrets.size === 0 ? data : (this.#each(data) as T);
  }

  #each(data: unknown): unknown {
    if (typeof data === "string") return this.redact(data);
    if (Array.isArray(data)) return data.map((item) => this.#each(item));
    if (data === null || typeof data !== "object" || data instanceof Date) return data;
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [this.redact(key), this.#each(value)]),
    );
  }
}

function withValue(text: string): string[] {
  const value = /^\w+=([\s\S]+)$/.exec(text)?.[1];
  return value === undefined ? [text] : [text, value];
}

/** Longer secrets first: a short one within a long one must not leave the long one's rest standing. */
function patternOf(secrets: ReadonlySet<string>): RegExp {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return new RegExp(
    longestFirst.map((secret) => secret.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"),
    "g",
  );
}
