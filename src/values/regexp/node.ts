/** A piece of a regular expression of Ruby. */
export type RegexpNode =
  | { readonly kind: "js"; readonly text: string }
  | { readonly kind: "sequence"; readonly items: readonly RegexpNode[] }
  | { readonly kind: "alternatives"; readonly options: readonly RegexpNode[] }
  | { readonly kind: "group"; readonly open: string; readonly body: RegexpNode }
  | {
      readonly kind: "capture";
      readonly number: number;
      readonly name: string | undefined;
      readonly body: RegexpNode;
    }
  | { readonly kind: "atomic"; readonly body: RegexpNode }
  | {
      readonly kind: "repeat";
      readonly body: RegexpNode;
      readonly quantifier: string;
      readonly possessive: boolean;
    }
  | { readonly kind: "backreference"; readonly target: number | string }
  | { readonly kind: "call"; readonly target: number | string }
  | { readonly kind: "keep" };

export const EMPTY: RegexpNode = { kind: "js", text: "" };

export function js(text: string): RegexpNode {
  return { kind: "js", text };
}

export function sequence(items: readonly RegexpNode[]): RegexpNode {
  return items.length === 1 ? items[0]! : { kind: "sequence", items };
}
