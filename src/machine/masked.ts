/** A part of a step that no output may show; the machine gets the `secret`, people get `[redacted]`. */
export class Masked {
  readonly secret: string;

  constructor(secret: string) {
    this.secret = secret;
  }

  toString(): string {
    return "[redacted]";
  }

  toJSON(): string {
    return this.toString();
  }
}

/** The text the machine needs. */
export function unmasked(part: string | Masked): string {
  return part instanceof Masked ? part.secret : part;
}
