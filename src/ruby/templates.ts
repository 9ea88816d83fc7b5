import type { Place } from "../diagnostics/issue.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { TemplateEngine } from "../evaluate/template-engine.ts";
import type { RubyRuntime } from "./runtime.ts";

/** ERB templates, rendered by Ruby. */
export class ErbTemplates implements TemplateEngine {
  readonly #runtime: RubyRuntime;

  constructor(runtime: RubyRuntime) {
    this.#runtime = runtime;
  }

  renderFile(name: string, scope: Scope, place: Place): string {
    return String(this.#runtime.callFrom(place, "template.file", scope, name));
  }

  renderText(text: string, scope: Scope, place: Place): string {
    return String(this.#runtime.callFrom(place, "template.text", scope, text));
  }
}
