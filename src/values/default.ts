/** The value of the word `default`; there is one, `DEFAULT`. */
export class Default {
  static readonly value = new Default();
  private constructor() {}
  toString(): string {
    return "default";
  }
}

export const DEFAULT = Default.value;
