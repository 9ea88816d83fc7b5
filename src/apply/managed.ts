import type { Reference } from "../catalog/catalog.ts";
import type { Place } from "../diagnostics/issue.ts";
import type { LogLevel } from "../diagnostics/log.ts";
import type { AnyWanted, ResourceType } from "../resources/define.ts";
import type { Value } from "../values/value.ts";

/** A resource ready to be applied: attributes checked and in the provider's form, metaparameters taken out. */
export interface Managed {
  readonly reference: Reference;
  readonly title: string;
  readonly type: ResourceType;
  /** What names it on the machine. */
  readonly key: string;
  readonly wanted: AnyWanted;
  /** States given as several values, any of which will do. */
  readonly accepted: ReadonlyMap<string, readonly unknown[]>;
  /** Names of attributes whose values are secret. */
  readonly secret: ReadonlySet<string>;
  /** The provider asked for by name. */
  readonly provider: string | undefined;
  /** What is printed before its messages, e.g. `/Stage[main]/Main/File[/x]`. */
  readonly path: string;
  readonly containment: readonly string[];
  readonly tags: ReadonlySet<string>;
  readonly place: Place;
  readonly noop: boolean;
  readonly level: LogLevel;
  readonly aliases: readonly string[];
  /** The name of the schedule that says when it is applied. */
  readonly schedule: string | undefined;
  readonly virtual: boolean;
  /** Its parameters as declared, for resources made from it. */
  readonly parameters: ReadonlyMap<string, Value>;
}
