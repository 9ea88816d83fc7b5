import type { Call } from "../evaluate/functions/call.ts";
import { rubyText } from "../values/ruby/inspect.ts";
import type { Value } from "../values/value.ts";

/** Whether there is a network interface of a name, or one whose legacy fact of a kind has a value. */
export function hasInterfaceWith({ scope }: Call, kind: string, value: Value | undefined): boolean {
  const interfaces = scope.lookup("interfaces") ?? null;
  if (interfaces === null) return false;
  const names = rubyText(interfaces).split(",");
  if (value === undefined) return names.includes(kind);
  if (scope.lookup(kind) === value) return true;
  return names.some((name) => scope.lookup(`${kind}_${name.toLowerCase()}`) === value);
}
