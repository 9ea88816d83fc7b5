import { fail } from "../../diagnostics/failure.ts";
import { Hash } from "../../values/hash.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { Value } from "../../values/value.ts";
import { className } from "../access/class-name.ts";

/** A hash or an array under construction. */
type Branch = HashBranch | ArrayBranch;

interface HashBranch {
  readonly kind: "hash";
  readonly entries: Map<unknown, [Value, Node]>;
}

interface ArrayBranch {
  readonly kind: "array";
  readonly elements: Node[];
}

type Node = Branch | { readonly kind: "leaf"; readonly value: Value };

/**
 * The hash that pairs of a path and a value describe. With `allHashes` arrays among the values become hashes by
 * index, so that further paths can lead into them.
 */
export function treeOf(pairs: readonly (readonly [readonly Value[], Value])[], allHashes: boolean): Hash {
  const root: HashBranch = { kind: "hash", entries: new Map() };
  for (const [path, value] of pairs) {
    if (path.length === 0) mergeIntoRoot(root, value);
    else
      put(branchAt(root, path.slice(0, -1)), path.at(-1)!, nodeOf(allHashes ? arraysAsHashes(value) : value));
  }
  return finished(root) as Hash;
}

/** The value at the empty path is the root itself. */
function mergeIntoRoot(root: HashBranch, value: Value): void {
  const entries = Array.isArray(value)
    ? value.map((element, i): [Value, Value] => [BigInt(i), element])
    : value;
  for (const [key, held] of entries as Iterable<[Value, Value]>) put(root, key, nodeOf(held));
}

function branchAt(root: HashBranch, path: readonly Value[]): Branch {
  return path.reduce<Branch>((branch, key) => {
    const found = childOf(branch, key);
    if (found?.kind === "hash" || found?.kind === "array") return found;
    if (found) fail("RUNTIME_ERROR", `Cannot place a value below the ${className(found.value)} at '${key}'`);
    const made: HashBranch = { kind: "hash", entries: new Map() };
    put(branch, key, made);
    return made;
  }, root);
}

function childOf(branch: Branch, key: Value): Node | undefined {
  return branch.kind === "hash" ? branch.entries.get(hashKey(key))?.[1] : branch.elements[Number(key)];
}

function put(branch: Branch, key: Value, node: Node): void {
  if (branch.kind === "hash") {
    branch.entries.set(hashKey(key), [key, node]);
    return;
  }
  const index = Number(key);
  while (branch.elements.length < index) branch.elements.push({ kind: "leaf", value: null });
  branch.elements[index] = node;
}

function nodeOf(value: Value): Node {
  if (Array.isArray(value)) return { kind: "array", elements: value.map(nodeOf) };
  if (!(value instanceof Hash)) return { kind: "leaf", value };
  return {
    kind: "hash",
    entries: new Map(
      [...value].map(([key, held]): [unknown, [Value, Node]] => [hashKey(key), [key, nodeOf(held)]]),
    ),
  };
}

function finished(node: Node): Value {
  if (node.kind === "leaf") return node.value;
  if (node.kind === "array") return node.elements.map(finished);
  return Hash.from([...node.entries.values()].map(([key, held]): [Value, Value] => [key, finished(held)]));
}

function arraysAsHashes(value: Value): Value {
  if (!Array.isArray(value)) return value;
  return Hash.from(value.map((element, i): [Value, Value] => [BigInt(i), arraysAsHashes(element)]));
}
