/** Where a container stands among containers: how deep, whether first, whether lines are broken at all. */
export class Indentation {
  static readonly top = new Indentation(0, true, false);
  readonly level: number;
  readonly isFirst: boolean;
  readonly isIndenting: boolean;

  constructor(level: number, isFirst: boolean, isIndenting: boolean) {
    this.level = level;
    this.isFirst = isFirst;
    this.isIndenting = isIndenting;
  }

  /** The place of the elements behind the first. */
  subsequent(): Indentation {
    return this.isFirst ? new Indentation(this.level, false, this.isIndenting) : this;
  }

  indenting(isIndenting: boolean): Indentation {
    return new Indentation(this.level, this.isFirst, isIndenting);
  }

  /** The place of the first element within. */
  increase(isIndenting = false): Indentation {
    return new Indentation(this.level + 1, true, isIndenting);
  }

  /** Whether a container here begins on a line of its own. */
  get breaks(): boolean {
    return this.isIndenting && this.level > 0 && !this.isFirst;
  }

  get padding(): string {
    return "  ".repeat(this.level);
  }
}
