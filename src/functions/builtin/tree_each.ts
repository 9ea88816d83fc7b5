import { fail } from "../../diagnostics/failure.ts";
import { block, defineFunctionWithTypes, optionalParam, param } from "../../evaluate/functions/function.ts";
import { isTrue } from "../../evaluate/truth.ts";
import { AnyType } from "../../types/any-type.ts";
import { ObjectInstance } from "../../types/object/object-instance.ts";
import { Hash } from "../../values/hash.ts";
import { Iterator } from "../../values/iterator.ts";
import { Type } from "../../values/type.ts";
import type { Value } from "../../values/value.ts";
import { untilBreak } from "../until-break.ts";

/** A value of the tree with the keys and indexes that lead to it. */
type Step = readonly [path: readonly Value[], value: Value];

const OPTIONS =
  "Struct[{container_type => Optional[Type], include_root => Optional[Boolean], " +
  "include_containers => Optional[Boolean], include_values => Optional[Boolean], " +
  "order => Optional[Enum[depth_first, breadth_first]], include_refs => Optional[Boolean]}]";

const tree = param("Variant[Iterator, Array, Hash, Object]", "tree");
const options = optionalParam("OptionsType", "options");

/** Every value at any depth of arrays and hashes, with the path to it. */
export const tree_each = defineFunctionWithTypes(
  "tree_each",
  { OptionsType: OPTIONS },
  {
    params: [tree, options],
    block: block("Callable[2,2]"),
    body({ block }, root, given: Hash = Hash.empty) {
      untilBreak(() => {
        for (const [path, value] of walk(root!, given)) block!.call([path, value]);
      });
      return root!;
    },
  },
  {
    params: [tree, options],
    block: block("Callable[1,1]"),
    body({ block }, root, given: Hash = Hash.empty) {
      untilBreak(() => {
        for (const [, value] of walk(root!, given)) block!.call([value]);
      });
      return root!;
    },
  },
  {
    params: [tree, options],
    body(_call, root, given: Hash = Hash.empty) {
      const steps = [...walk(root!, given)];
      return new Iterator(
        steps.length,
        (i) => steps[i]! as Value,
        () => AnyType.default,
      );
    },
  },
);

interface Walk {
  readonly isContainer: (value: Value) => boolean;
  /** Whether what an object only refers to belongs to it. */
  readonly references: boolean;
  readonly root: boolean;
  readonly containers: boolean;
  readonly values: boolean;
}

function walk(root: Value, options: Hash): Iterable<Step> {
  const containers = option(options, "include_containers");
  const values = option(options, "include_values");
  if (!containers && !values) {
    fail("ARGUMENT_ERROR", "Options 'include_containers' and 'include_values' cannot both be false");
  }
  const isContainer = containerTest(options.get("container_type") ?? null);
  const withRoot = containers && option(options, "include_root");
  const references = isTrue(options.get("include_refs") ?? null);
  const how = { isContainer, references, containers, values, root: withRoot };
  return options.get("order") === "breadth_first" ? breadthFirst(root, how) : depthFirst([], root, how);
}

function option(options: Hash, name: string): boolean {
  const value = options.get(name) ?? null;
  return value === null || isTrue(value);
}

function containerTest(type: Value): (value: Value) => boolean {
  const holds = (value: Value) =>
    Array.isArray(value) || value instanceof Hash || value instanceof ObjectInstance;
  if (!(type instanceof Type)) return holds;
  if (!/^(?:Array|Tuple|Hash|Struct|Object|Variant)\b/.test(type.unaliased().name)) {
    fail("ARGUMENT_ERROR", `Only Array, Hash, and Object types can be used as container types. Got ${type}`);
  }
  return (value) => holds(value) && type.isInstance(value);
}

function* depthFirst(path: readonly Value[], value: Value, how: Walk): IterableIterator<Step> {
  const container = how.isContainer(value);
  if (path.length === 0 ? how.root : container ? how.containers : how.values) yield [path, value];
  if (!container) return;
  for (const [key, element] of children(value, how)) yield* depthFirst([...path, key], element, how);
}

/** Puppet's walk by levels gives values also when it is told not to. */
function* breadthFirst(root: Value, how: Walk): IterableIterator<Step> {
  if (how.root) yield [[], root];
  const waiting: Step[] = [[[], root]];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const [key, value] of children(next[1], how)) {
      const step: Step = [[...next[0], key], value];
      const container = how.isContainer(value);
      if (container) waiting.push(step);
      if (!container || how.containers) yield step;
    }
  }
}

function children(value: Value, how: Walk): Iterable<readonly [Value, Value]> {
  if (value instanceof Hash) return value;
  if (value instanceof ObjectInstance) return members(value, how);
  return Array.isArray(value) ? value.map((element, i) => [BigInt(i), element]) : [];
}

function members(object: ObjectInstance, { references }: Walk): (readonly [Value, Value])[] {
  const attributes = [...object.type.attributes().values()];
  return attributes
    .filter(({ kind }) => references || kind !== "reference")
    .map(({ name }) => [name, object.get(name) ?? null]);
}
