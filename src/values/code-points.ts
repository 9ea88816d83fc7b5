/** The length of a string as Puppet counts it: in code points. */
export function codePointLength(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}
