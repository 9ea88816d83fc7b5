import { Hash } from "../../values/hash.ts";
import { rubyInspect } from "../../values/ruby/inspect.ts";
import type { Value } from "../../values/value.ts";
import type { Branch, ExplainNode } from "./explainer.ts";

/** What to print of an explanation. */
export interface PrintOptions {
  /** Whether found values are followed by the file and line they stand on, which Puppet does not tell. */
  readonly places: boolean;
  /** What every line begins with. */
  readonly indent?: string | undefined;
}

/** An explanation, or a step of one, as `puppet lookup --explain` writes it. */
export function printExplanation(node: ExplainNode, options: PrintOptions): string {
  const printer = new Printer(options);
  const indent = options.indent ?? "";
  if (node.branch) printer.node(node, indent);
  else {
    for (const branch of node.branches) printer.node(branch, indent);
    printer.texts(node, indent);
  }
  return printer.text;
}

type Print<K extends Branch["kind"]> = (
  printer: Printer,
  node: ExplainNode,
  branch: Extract<Branch, { kind: K }>,
  indent: string,
) => void;

const PRINTERS: { readonly [K in Branch["kind"]]: Print<K> } = {
  data: (printer, node, { key }, indent) => printer.block(`Searching for "${key}"`, node, indent),
  meta: (printer, node, { key }, indent) => printer.block(`Searching for "${key}"`, node, indent),
  interpolate: (printer, node, { expression }, indent) =>
    printer.block(`Interpolation on "${expression}"`, node, indent),
  invalid_key: (printer, _node, { key }, indent) => printer.line(indent, `Invalid key "${key}"`),
  merge_source: (printer, _node, { source }, indent) =>
    printer.line(indent, `Using merge options from "${source}" hash`),
  scope: (printer, node, { name }, indent) => printer.outcome(name, node, indent),
  sub_lookup: (printer, node, { segments }, indent) =>
    printer.outcome(`Sub key: "${segments.join(".")}"`, node, indent),
  segment: (printer, node, _branch, indent) => printer.result(node, indent),
  module: (printer, _node, { module, missing }, indent) =>
    printer.line(
      indent,
      missing === "module"
        ? `Module "${module}" not found`
        : `Module data provider for module "${module}" not found`,
    ),
  data_provider: (printer, node, { provider }, indent) => {
    const path = provider.configPath;
    const using = path === undefined ? [] : [`Using configuration "${path}"`];
    printer.outcome(provider.name, node, indent, using);
  },
  location: (printer, node, { location }, indent) => {
    const [name, original] = location.kind === "path" ? ["Path", "Original path"] : ["URI", "Original uri"];
    const head = [`${original}: "${location.original}"`];
    const tail = node.outcome?.kind === "location_not_found" ? [`${name} not found`] : [];
    printer.outcome(`${name} "${location.location}"`, node, indent, head, tail);
  },
  merge: (printer, node, { strategy }, indent) => {
    const [only] = node.branches;
    if (!only) return;
    if (node.branches.length === 1) {
      printer.node(only, indent);
      return;
    }
    const options = strategy.options?.without(["strategy"]);
    printer.line(indent, `Merge strategy ${strategy.name}`);
    const inner = `${indent}  `;
    if (options && options.size > 0) printer.line(inner, `Options: ${dump(options, inner)}`);
    for (const branch of node.branches) printer.node(branch, inner);
    if (node.outcome?.kind === "result")
      printer.line(inner, `Merged result: ${dump(node.outcome.value, inner)}`);
  },
};

class Printer {
  text = "";
  readonly #options: PrintOptions;

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  node(node: ExplainNode, indent: string): void {
    const { branch } = node;
    if (branch) (PRINTERS[branch.kind] as Print<Branch["kind"]>)(this, node, branch, indent);
  }

  line(indent: string, text: string): void {
    this.text += `${indent}${text}\n`;
  }

  /** A heading and what is below it. */
  block(heading: string, node: ExplainNode, indent: string): void {
    this.line(indent, heading);
    for (const branch of node.branches) this.node(branch, `${indent}  `);
  }

  /** A heading, what is below it, and what came of it. */
  outcome(
    heading: string,
    node: ExplainNode,
    indent: string,
    head: readonly string[] = [],
    tail: readonly string[] = [],
  ): void {
    const inner = `${indent}  `;
    this.line(indent, heading);
    for (const line of head) this.line(inner, line);
    for (const branch of node.branches) this.node(branch, inner);
    for (const line of tail) this.line(inner, line);
    this.result(node, inner);
  }

  result(node: ExplainNode, indent: string): void {
    const { outcome } = node;
    if (outcome?.kind === "not_found") this.line(indent, `No such key: "${outcome.key}"`);
    if (outcome?.kind === "found") {
      const origin = outcome.origin === "" ? "" : ` in ${outcome.origin}`;
      this.line(indent, `Found key: "${outcome.key}" value: ${dump(outcome.value, indent)}${origin}`);
      this.#place(node, indent);
    }
    this.texts(node, indent);
  }

  texts(node: ExplainNode, indent: string): void {
    for (const text of node.texts) this.line(indent, text);
  }

  #place(node: ExplainNode, indent: string): void {
    const place = this.#options.places ? node.place?.([]) : undefined;
    if (place) this.line(indent, `At ${place.file}:${place.line}`);
  }
}

/** A value on as many lines as it has members, indented. */
function dump(value: Value, indent: string): string {
  const inner = `${indent}  `;
  if (value instanceof Hash) {
    const members = [...value].map(
      ([key, member]) => `${inner}${dump(key, inner)} => ${dump(member, inner)}`,
    );
    return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
  }
  if (!Array.isArray(value)) return rubyInspect(value);
  const items = (value as readonly Value[]).map((item) => `${inner}${dump(item, inner)}`);
  return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n${indent}]`;
}
