import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { RESOURCE } from "./binding-powers.ts";
import { Resources } from "./resources.ts";

/** Parameters of definitions and lambdas, and the types written in front of them. */
export abstract class Parameters extends Resources {
  override readonly parameterList = this.RULE(
    "parameterList",
    (): ast.Parameter[] =>
      this.OPTION(() => {
        this.CONSUME(t.OpenParen);
        const parameters = this.OPTION2(() => this.SUBRULE(this.parameters));
        this.CONSUME(t.RParen);
        return parameters;
      }) ?? [],
  );

  override readonly parameters = this.RULE("parameters", (): ast.Parameter[] => {
    const parameters = [this.SUBRULE(this.parameter)];
    this.MANY({
      GATE: () => this.LA(2).tokenType !== t.RParen && this.LA(2).tokenType !== t.Pipe,
      DEF: () => {
        this.CONSUME(t.Comma);
        parameters.push(this.SUBRULE2(this.parameter));
      },
    });
    this.OPTION(() => this.CONSUME2(t.Comma));
    return parameters;
  });

  override readonly parameter = this.RULE("parameter", (): ast.Parameter => {
    const type = this.OPTION(() => this.SUBRULE(this.typeReference));
    const star = this.OPTION2(() => this.CONSUME(t.Times));
    const variable = this.take(this.CONSUME(t.Variable));
    const value = this.OPTION3(() => {
      this.CONSUME(t.Equals);
      return this.simple(RESOURCE) ?? this.SUBRULE(this.expression, { ARGS: [RESOURCE] });
    });
    const span = this.over(variable);
    return { kind: "Parameter", span, name: variable.image, type, value, capturesRest: star !== undefined };
  });

  /** `Type` or `Type[...]`. */
  override readonly typeReference = this.RULE(
    "typeReference",
    (): ast.QualifiedReference | ast.AccessExpression => {
      const name = this.take(this.CONSUME(t.ClassRef));
      const left: ast.QualifiedReference = {
        kind: "QualifiedReference",
        span: this.over(name),
        value: name.image,
      };
      const access = this.OPTION((): ast.AccessExpression => {
        this.CONSUME(t.LBrack);
        const keys = this.SUBRULE(this.keys, { ARGS: [false] });
        const close = this.take(this.CONSUME(t.RBrack));
        return { kind: "AccessExpression", span: this.over(name, close), left, keys };
      });
      return access ?? left;
    },
  );

  /** `>> Type` */
  override readonly returnType = this.RULE("returnType", (): ast.Expression | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.RShift);
      return this.SUBRULE(this.typeReference);
    }),
  );
}
