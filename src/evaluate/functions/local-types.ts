import { Failure, fail } from "../../diagnostics/failure.ts";
import { Source } from "../../source/source.ts";
import { parse } from "../../syntax/parse.ts";
import { TypeAliasType } from "../../types/type-alias-type.ts";
import { Type } from "../../values/type.ts";
import type { Compilation } from "../compilation.ts";
import { evaluate } from "../evaluate.ts";
import { Scope } from "../scope.ts";
import type { TypeTable } from "../type-table.ts";

/** The types that the signatures of one built-in function know: aliases of its own, and all others. */
export class LocalTypes implements TypeTable {
  readonly #aliases: ReadonlyMap<string, Type>;
  readonly #outer: TypeTable;
  readonly #scope: Scope;

  constructor(aliases: Readonly<Record<string, string>>, compilation: Compilation) {
    this.#outer = compilation.types;
    this.#scope = new Scope({ ...compilation, types: this }, compilation.topScope);
    this.#aliases = new Map(
      Object.entries(aliases).map(([name, text]) => [
        name.toLowerCase(),
        new TypeAliasType(name, () => this.parse(text)),
      ]),
    );
  }

  find(name: string): Type | undefined {
    return this.#aliases.get(name.toLowerCase()) ?? this.#outer.find(name);
  }

  parse(expression: string): Type {
    const { program, issues } = parse(new Source(expression));
    if (program === undefined) throw new Failure(issues.at(-1)!);
    const value = evaluate(program.body, this.#scope);
    if (value instanceof Type) return value;
    return fail("RUNTIME_ERROR", `The expression <${expression}> is not a valid type specification.`);
  }
}
