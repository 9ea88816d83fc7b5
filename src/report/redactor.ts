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
  /** By their first two characters, the longer first: one within another must not leave the other's rest standing. */
  readonly #byStart = new Map<number, string[]>();

  /** From now on keep a text out of all output, in every form it may take there; and of `NAME=value` the value. */
  register(secret: string): void {
    if (this.#registered.has(secret)) return;
    this.#registered.add(secret);
    for (const text of withValue(secret).flatMap((part) => [...secretForms(part)])) {
      if (text.length < SHORTEST || this.#secrets.has(text)) continue;
      this.#secrets.add(text);
      this.#index(text);
    }
  }

  /** A text without the secrets. */
  redact(text: string): string {
    if (this.#secrets.size === 0) return text;
    let redacted = "";
    let from = 0;
    for (let at = 0; at + SHORTEST <= text.length; ) {
      const secret = this.#secretAt(text, at);
      if (secret === undefined) at++;
      else {
        redacted += text.slice(from, at) + REDACTED;
        at += secret.length;
        from = at;
      }
    }
    return from === 0 ? text : redacted + text.slice(from);
  }

  /** Data with every text in it, keys too, redacted. */
  redactAll<T>(data: T): T {
    return this.#secrets.size === 0 ? data : (this.#each(data) as T);
  }

  /** A search of our own: a regular expression has a size that many or long secrets exceed. */
  #secretAt(text: string, at: number): string | undefined {
    return this.#byStart.get(startOf(text, at))?.find((secret) => text.startsWith(secret, at));
  }

  #index(secret: string): void {
    const start = startOf(secret, 0);
    const alike = this.#byStart.get(start) ?? [];
    const shorter = alike.findIndex(({ length }) => length < secret.length);
    alike.splice(shorter < 0 ? alike.length : shorter, 0, secret);
    this.#byStart.set(start, alike);
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

/** The two characters at an offset as one number. */
function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
