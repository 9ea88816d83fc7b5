/** Ruby's `succ` of a text: its last letter or digit goes on by one and carries to the left: `az` to `ba`, `Zz` to `AAa`. */
export function textSuccessor(text: string): string {
  const characters = [...text];
  const positions = characters.flatMap((c, i) => (/[0-9A-Za-z]/.test(c) ? [i] : []));
  if (positions.length === 0) return withNextCode(characters);
  for (const position of positions.reverse()) {
    const { next, carry } = nextCharacter(characters[position]!);
    characters[position] = next;
    if (carry === undefined) return characters.join("");
    if (position === positions.at(-1)) characters.splice(position, 0, carry);
  }
  return characters.join("");
}

function withNextCode(characters: string[]): string {
  const last = characters.pop();
  return last === undefined ? "" : characters.join("") + String.fromCodePoint(last.codePointAt(0)! + 1);
}

/** The character after one of its kind, and what is carried when its kind begins anew. */
function nextCharacter(character: string): { readonly next: string; readonly carry?: string } {
  if (character === "9") return { next: "0", carry: "1" };
  if (character === "z") return { next: "a", carry: "a" };
  if (character === "Z") return { next: "A", carry: "A" };
  return { next: String.fromCharCode(character.charCodeAt(0) + 1) };
}
