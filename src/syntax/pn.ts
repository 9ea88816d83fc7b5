/** Puppet Notation: the s-expressions that `puppet parser dump --format pn` prints (lib/puppet/pops/pn.rb). */
export type Pn =
  | { readonly pn: "call"; readonly name: string; readonly elements: readonly Pn[] }
  | { readonly pn: "list"; readonly elements: readonly Pn[] }
  | { readonly pn: "map"; readonly entries: readonly PnEntry[] }
  | { readonly pn: "literal"; readonly value: PnLiteral };

export type PnLiteral = string | bigint | number | boolean | null;
export type PnEntry = readonly [key: string, value: Pn];

export function pnCall(name: string, ...elements: Pn[]): Pn {
  return { pn: "call", name, elements };
}

export function pnList(elements: readonly Pn[]): Pn {
  return { pn: "list", elements };
}

/** A map; entries that are undefined are left out. */
export function pnMap(entries: readonly (PnEntry | undefined)[]): Pn {
  return { pn: "map", entries: entries.filter((entry) => entry !== undefined) };
}

export function pnLiteral(value: PnLiteral): Pn {
  return { pn: "literal", value };
}

/** The notation as text: on one line, or indented when `pretty`. */
export function formatPn(pn: Pn, pretty = false): string {
  return format(pn, pretty ? "" : undefined);
}

function format(pn: Pn, indent: string | undefined): string {
  const deeper = indent === undefined ? undefined : `${indent}  `;
  switch (pn.pn) {
    case "call":
      return `(${pn.name}${pn.elements.length > 0 ? separated(pn.elements, deeper, " ") : ""})`;
    case "list":
      return `[${separated(pn.elements, deeper, "")}]`;
    case "map":
      return `{${pn.entries.map(([key, value], index) => `${lead(deeper, index, "")}:${key} ${format(value, deeper)}`).join("")}}`;
    case "literal":
      return formatLiteral(pn.value);
  }
}

function separated(elements: readonly Pn[], indent: string | undefined, first: string): string {
  return elements.map((element, index) => lead(indent, index, first) + format(element, indent)).join("");
}

function lead(indent: string | undefined, index: number, first: string): string {
  if (indent !== undefined) return `\n${indent}`;
  return index === 0 ? first : " ";
}

function formatLiteral(value: PnLiteral): string {
  if (value === null) return "nil";
  if (typeof value === "number") return formatFloat(value);
  return typeof value === "string" ? quote(value) : String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

function quote(text: string): string {
  const escaped = text.replace(/[\u0000-\u001f"\\]/g, (char) => {
    return ESCAPES[char] ?? `\\o${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped}"`;
}

/** A float as Ruby writes it: always with a fraction, with an exponent below 1e-4 and from 1e16 on. */
function formatFloat(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa, exponent] = value.toExponential().split("e");
    const digits = exponent!.slice(1).padStart(2, "0");
    return `${mantissa!.includes(".") ? mantissa : `${mantissa}.0`}e${exponent![0]}${digits}`;
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** The notation as JSON: `{"^": [name, ...]}` for a call, `{"#": [key, value, ...]}` for a map. */
export function pnToJson(pn: Pn, pretty = false): string {
  return json(pn, pretty ? "" : undefined);
}

function json(pn: Pn, indent: string | undefined): string {
  switch (pn.pn) {
    case "call":
      return tagged("^", [pnLiteral(pn.name), ...pn.elements], indent);
    case "list":
      return jsonArray(pn.elements, indent);
    case "map":
      return tagged(
        "#",
        pn.entries.flatMap(([key, value]) => [pnLiteral(key), value]),
        indent,
      );
    case "literal":
      return typeof pn.value === "string"
        ? JSON.stringify(pn.value)
        : formatLiteral(pn.value).replace("nil", "null");
  }
}

function tagged(tag: string, elements: readonly Pn[], indent: string | undefined): string {
  if (indent === undefined) return `{"${tag}":${jsonArray(elements, undefined)}}`;
  const inner = `${indent}  `;
  return `{\n${inner}"${tag}": ${jsonArray(elements, inner)}\n${indent}}`;
}

function jsonArray(elements: readonly Pn[], indent: string | undefined): string {
  if (indent === undefined) return `[${elements.map((element) => json(element, undefined)).join(",")}]`;
  if (elements.length === 0) return "[]";
  const inner = `${indent}  `;
  return `[\n${elements.map((element) => inner + json(element, inner)).join(",\n")}\n${indent}]`;
}
