import type { Place } from "../diagnostics/issue.ts";
import type { Scope } from "./scope.ts";

/** What renders templates that are not written in the Puppet language. */
export interface TemplateEngine {
  /** The text of `module/template` or of an absolute path, with the variables of a scope. */
  renderFile(name: string, scope: Scope, place: Place): string;
  renderText(text: string, scope: Scope, place: Place): string;
}
