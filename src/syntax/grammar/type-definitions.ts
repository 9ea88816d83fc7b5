import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { aliasedType } from "./aliased-type.ts";
import { Nodes } from "./nodes.ts";
import { startOf } from "./rules.ts";

/** Everything that starts with `type`: aliases, mappings, definitions and calls of the function. */
export abstract class TypeDefinitions extends Nodes {
  override readonly typeKeyword = this.RULE("type", (): ast.Expression => {
    const keyword = this.take(this.CONSUME(t.TypeKeyword));
    return this.OR([
      { ALT: () => this.#call(keyword) },
      { ALT: () => this.#definition(keyword) },
    ]) as ast.Expression;
  });

  /** `type(x)` */
  #call(keyword: t.Token): ast.Expression {
    const functor: ast.QualifiedName = {
      kind: "QualifiedName",
      span: this.over(keyword),
      value: keyword.image,
    };
    return this.SUBRULE(this.call, { ARGS: [functor] });
  }

  #definition(keyword: t.Token): ast.Expression {
    const name = this.SUBRULE(this.typeReference);
    return this.OR2([
      { ALT: () => this.#alias(name) },
      { ALT: () => this.#objectType(keyword, name) },
    ]) as ast.Expression;
  }

  #alias(name: ast.QualifiedReference | ast.AccessExpression): ast.Expression {
    this.CONSUME(t.Equals);
    const right = this.OR3([
      { ALT: () => this.#named(startOf(name)) },
      { ALT: () => this.SUBRULE2(this.hash) },
      { ALT: () => this.SUBRULE(this.array) },
    ]) as ast.Expression | ast.KeyedEntry;
    if (this.RECORDING_PHASE) return name;
    const span = this.span(name.span.start, this.take(this.LA(0)).end);
    const type = aliasedType(right, this.at(span.start));
    if (name.kind === "AccessExpression") {
      const mapping: ast.TypeMapping = { kind: "TypeMapping", span, type: name, mapping: type };
      this.definitions.push(mapping);
      return mapping;
    }
    const alias: ast.TypeAlias = { kind: "TypeAlias", span, name: name.value, type };
    this.definitions.push(alias);
    return alias;
  }

  /** `Type`, `Type[...]` or `Type {...}` */
  #named(start: number): ast.Expression | ast.KeyedEntry {
    const name = this.take(this.CONSUME(t.ClassRef));
    const reference: ast.QualifiedReference = {
      kind: "QualifiedReference",
      span: this.over(name),
      value: name.image,
    };
    const rest = this.OPTION(() =>
      this.OR4([{ ALT: () => this.#access(start, reference) }, { ALT: () => this.#object(reference) }]),
    ) as ast.Expression | ast.KeyedEntry | undefined;
    return rest ?? reference;
  }

  /** Puppet places this access where the definition stands. */
  #access(start: number, left: ast.QualifiedReference): ast.AccessExpression {
    this.CONSUME(t.LBrack);
    const keys = this.SUBRULE(this.keys, { ARGS: [true] });
    const close = this.take(this.CONSUME(t.RBrack));
    return { kind: "AccessExpression", span: this.span(start, close.end), left, keys };
  }

  #object(key: ast.QualifiedReference): ast.KeyedEntry {
    return { kind: "KeyedEntry", span: key.span, key, value: this.SUBRULE(this.hash) };
  }

  /** `type A inherits B { ... }`, which Puppet parses and then refuses. */
  #objectType(keyword: t.Token, name: ast.QualifiedReference | ast.AccessExpression): ast.Expression {
    if (name.kind === "AccessExpression") this.unexpected(this.peek());
    const parent = this.OPTION2(() => {
      this.CONSUME(t.Inherits);
      return this.take(this.CONSUME2(t.ClassRef)).image;
    });
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    const definition: ast.TypeDefinition = { kind: "TypeDefinition", span, name: name.value, parent, body };
    this.definitions.push(definition);
    return definition;
  }
}
