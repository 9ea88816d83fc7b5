import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Parameters } from "./parameters.ts";

/** Classes, defined types, plans, functions and apply blocks. */
export abstract class Definitions extends Parameters {
  override readonly definitionName = this.RULE("definitionName", (): t.Token => {
    const name = this.take(
      this.OR([
        { ALT: () => this.CONSUME(t.Name) },
        { ALT: () => this.CONSUME(t.Word) },
        { ALT: () => this.CONSUME(t.ClassRef) },
        { ALT: () => this.CONSUME(t.Class) },
        { ALT: () => this.CONSUME(t.ClassResource) },
        { ALT: () => this.CONSUME(t.StringToken) },
      ]),
    );
    if (name.tokenType === t.Class || name.tokenType === t.ClassResource) {
      this.refuse(this.over(name), "'class' keyword not allowed at this location");
    }
    if (name.tokenType === t.StringToken) {
      this.refuse(this.over(name), "A quoted string is not valid as a name here");
    }
    return name;
  });

  override readonly hostClass = this.RULE("class", (): ast.HostClassDefinition => {
    const keyword = this.take(this.CONSUME(t.Class));
    const name = this.SUBRULE(this.definitionName);
    const fullName = this.#enter(name);
    const parameters = this.SUBRULE(this.parameterList);
    const parent = this.OPTION(() => {
      this.CONSUME(t.Inherits);
      return this.#parentClass();
    });
    const { statements, close } = this.SUBRULE(this.block);
    this.namespace.pop();
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    return this.#defined({ kind: "HostClassDefinition", span, name: fullName, parameters, parent, body });
  });

  #parentClass(): string {
    return (
      this.OR([
        { ALT: () => this.SUBRULE2(this.definitionName) },
        { ALT: () => this.take(this.CONSUME(t.Default)) },
      ]) as t.Token
    ).image;
  }

  override readonly define = this.RULE("define", (): ast.ResourceTypeDefinition => {
    const keyword = this.take(this.CONSUME(t.Define));
    const name = this.SUBRULE(this.definitionName);
    const parameters = this.SUBRULE(this.parameterList);
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    const fullName = this.#qualify(name.image);
    return this.#defined({ kind: "ResourceTypeDefinition", span, name: fullName, parameters, body });
  });

  override readonly plan = this.RULE("plan", (): ast.PlanDefinition => {
    const keyword = this.take(this.CONSUME(t.Plan));
    const fullName = this.#enter(this.SUBRULE(this.definitionName));
    const parameters = this.SUBRULE(this.parameterList);
    const { statements, close } = this.SUBRULE(this.block);
    this.namespace.pop();
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    const returnType = undefined;
    return this.#defined({ kind: "PlanDefinition", span, name: fullName, parameters, returnType, body });
  });

  override readonly functionDefinition = this.RULE("function", (): ast.FunctionDefinition => {
    const keyword = this.take(this.CONSUME(t.FunctionKeyword));
    const name = this.SUBRULE(this.definitionName);
    const parameters = this.SUBRULE(this.parameterList);
    const returnType = this.SUBRULE(this.returnType);
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(keyword, close ?? keyword);
    const body = this.body(statements, span.start);
    return this.#defined({
      kind: "FunctionDefinition",
      span,
      name: name.image,
      parameters,
      returnType,
      body,
    });
  });

  override readonly apply = this.RULE("apply", (): ast.ApplyExpression => {
    const keyword = this.take(this.CONSUME(t.Apply));
    this.CONSUME(t.LParen);
    if (this.LA(1).tokenType === t.RParen) this.unexpected(this.peek());
    const args = this.SUBRULE(this.arguments, { ARGS: [true] });
    this.CONSUME(t.RParen);
    const { statements, close } = this.SUBRULE(this.block);
    const span = this.over(keyword, close ?? keyword);
    const body: ast.BlockExpression = { kind: "BlockExpression", span, statements: statements ?? [] };
    return { kind: "ApplyExpression", span, arguments: args, body };
  });

  /** Classes in a class belong to its namespace. */
  #enter(name: t.Token): string {
    const fullName = this.#qualify(name.image);
    this.namespace.push(name.image);
    return fullName;
  }

  #qualify(name: string): string {
    return [this.namespace.join("::"), name].join("::").replace(/^::/, "");
  }

  #defined<D extends ast.Definition>(definition: D): D {
    this.definitions.push(definition);
    return definition;
  }
}
