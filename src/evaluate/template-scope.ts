import type { Sensitive } from "../values/sensitive.ts";
import { Scope } from "./scope.ts";

/** The scope of an EPP template's body: where its text is gathered, also from inside of lambdas. */
export class TemplateScope extends Scope {
  readonly output: (string | Sensitive)[] = [];

  constructor(outer: Scope) {
    super(outer.compilation, outer);
  }
}
