import type { DeclaredResource } from "../../catalog/declared-resource.ts";
import { METAPARAMETERS } from "../../catalog/metaparameters.ts";
import { fail } from "../../diagnostics/failure.ts";
import type { HostClassDefinition, Parameter, ResourceTypeDefinition } from "../../syntax/ast.ts";
import { AnyType } from "../../types/any-type.ts";
import { describeParameters } from "../../types/mismatch/parameters.ts";
import { StructElement, StructType } from "../../types/struct-type.ts";
import { Deferred } from "../../values/deferred.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import type { Compilation } from "../compilation.ts";
import { evaluate } from "../evaluate.ts";
import { failAt } from "../explain.ts";

type Parameterized = HostClassDefinition | ResourceTypeDefinition;

/** The parameters of each definition as a type, worked out once. */
const EXPECTED = new WeakMap<Compilation, Map<Parameterized, StructType>>();

/** Deferred functions that were warned of. */
const TOLD = new WeakMap<Compilation, Set<string>>();

/** Fail when the parameters of a class or define are unknown, missing or of another type than it wants. */
export function checkParameters(
  resource: DeclaredResource,
  definition: Parameterized,
  values: ReadonlyMap<string, Value>,
  compilation: Compilation,
): void {
  const expected = expectedOf(definition, compilation);
  for (const value of values.values()) if (value instanceof Deferred) warnOfDeferred(value, compilation);
  if (fits(expected, values)) return;
  const words = describeParameters(resource.reference, expected, values);
  if (words !== undefined) fail("PARAMETER_MISMATCH", words);
}

/** What a deferred call will give is not known yet; said once per function and compilation. */
function warnOfDeferred({ name }: Deferred, compilation: Compilation): void {
  const told = TOLD.get(compilation) ?? new Set();
  TOLD.set(compilation, told);
  if (told.has(name)) return;
  told.add(name);
  const message = `Deferred function ${name} has no return_type, unable to guarantee value type during compilation.`;
  compilation.log({ level: "warning", message: `${message}\n   (file & line not available)` });
}

function expectedOf(definition: Parameterized, compilation: Compilation): StructType {
  const known = EXPECTED.get(compilation) ?? new Map<Parameterized, StructType>();
  EXPECTED.set(compilation, known);
  const expected = known.get(definition) ?? structOf(definition, compilation);
  known.set(definition, expected);
  return expected;
}

function structOf(definition: Parameterized, compilation: Compilation): StructType {
  const own = new Set(definition.parameters.map(({ name }) => name));
  const everywhere = ["name", ...METAPARAMETERS].filter((name) => !own.has(name));
  return new StructType([
    ...everywhere.map((name) => new StructElement(name, AnyType.default, true)),
    ...definition.parameters.map(
      (parameter) =>
        new StructElement(parameter.name, typeOf(parameter, compilation), parameter.value !== undefined),
    ),
  ]);
}

/** Types of parameters are evaluated outside the class: they cannot depend on its variables. */
export function typeOf({ type: expression }: Parameter, compilation: Compilation): Type {
  if (!expression) return AnyType.default;
  const type = evaluate(expression, compilation.topScope);
  return type instanceof Type ? type : failAt(expression, "TYPE_MISMATCH", "Expected value of type Type");
}

/** The quick answer for the usual case; the words are worked out only when something is wrong. */
function fits(expected: StructType, values: ReadonlyMap<string, Value>): boolean {
  let required = 0;
  for (const [name, value] of values) {
    const element = expected.byName.get(name);
    if (!element || !(value instanceof Deferred || element.value.isInstance(value))) return false;
    if (!element.optional) required++;
  }
  return required === expected.elements.filter(({ optional }) => !optional).length;
}
