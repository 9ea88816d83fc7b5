/** A step on the way from what was described to where it is wrong. */
export interface PathElement {
  readonly kind:
    | "subject"
    | "entry"
    | "key"
    | "parameter"
    | "return"
    | "block"
    | "index"
    | "variant"
    | "signature";
  readonly key: string | number;
}

export type Path = readonly PathElement[];

/** A path in words: "parameter 'x' entry 'y' index 3". */
export function pathText(path: Path): string {
  return path.map(elementText).join(" ");
}

/** Whether two paths lead to the same place, whichever variant or signature they go through. */
export function samePlace(a: Path, b: Path): boolean {
  return placeKey(a) === placeKey(b);
}

/** A text that is the same for paths to the same place. */
export function placeKey(path: Path): string {
  const fixed = path.filter(({ kind }) => kind !== "variant" && kind !== "signature");
  return JSON.stringify(fixed.map(({ kind, key }) => [kind, key]));
}

function elementText({ kind, key }: PathElement): string {
  switch (kind) {
    case "entry":
      return `entry '${key}'`;
    case "key":
      return `key of entry '${key}'`;
    case "parameter":
      return `parameter '${key}'`;
    case "index":
      return `index ${key}`;
    case "variant":
      return `variant ${key}`;
    case "signature":
      return `${Number(key) + 1}.`;
    default:
      return String(key);
  }
}
