/** Why a YAML text cannot be used; `line` and `column` are 1-based. */
export class YamlProblem extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The text itself is broken, rather than what it stands for. */
  readonly syntax: boolean;

  constructor(message: string, position: { line: number; column: number } | undefined, syntax: boolean) {
    super(message);
    this.name = "YamlProblem";
    this.line = position?.line;
    this.column = position?.column;
    this.syntax = syntax;
  }
}
