import type { Regexp } from "../values/regexp.ts";

/**
 * Ruby's `split`: what groups took stands between the parts, empty parts at the end are dropped. Where a pattern
 * matches nothing at all, the text is cut after the next character, unless the pattern matches more there.
 */
export function rubySplit(text: string, pattern: Regexp): string[] {
  if (text === "") return [];
  const parts: string[] = [];
  let begin = 0;
  let start = 0;
  let sawNothing = false;
  for (;;) {
    const match = start <= text.length ? pattern.match(text, start) : undefined;
    if (!match) break;
    const nothing = match.start === start && match.end === start;
    if (nothing && !sawNothing) {
      start += characterLength(text, start);
      sawNothing = true;
      continue;
    }
    parts.push(text.slice(begin, nothing ? start : match.start));
    if (!nothing) start = match.end;
    begin = start;
    sawNothing = false;
    parts.push(...match.groups.slice(1).filter((group) => group !== undefined));
  }
  if (begin < text.length) parts.push(text.slice(begin));
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
