import type { Regexp } from "../values/regexp.ts";

/** Ruby's `split`: what groups took stands between the parts, empty parts at the end are dropped. */
export function rubySplit(text: string, pattern: Regexp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of pattern.matchAll(text)) {
    const empty = match.end === match.start;
    if (empty && (match.start === 0 || match.start >= text.length) && match.start === start) continue;
    if (empty && match.start >= text.length) continue;
    parts.push(
      text.slice(start, match.start),
      ...match.groups.slice(1).filter((group) => group !== undefined),
    );
    start = match.end;
  }
  parts.push(text.slice(start));
  while (parts.at(-1) === "") parts.pop();
  return parts;
}
