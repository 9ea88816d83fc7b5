/** A shell pattern for names, as Ruby's `File.fnmatch` takes it: a leading dot must be written out. */
export function shellPattern(pattern: string): RegExp {
  let text = pattern.startsWith(".") || pattern.startsWith("\\.") ? "" : "(?!\\.)";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]!;
    const set = sign === "[" ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(at)) : null;
    if (set !== null) {
      text += `[${set[1] === "" ? "" : "^"}${set[2]!.replace(/[\\\]^]/g, "\\$&")}]`;
      at += set[0].length - 1;
    } else if (sign === "\\" && at + 1 < pattern.length) text += escaped(pattern[++at]!);
    else text += sign === "*" ? ".*" : sign === "?" ? "." : escaped(sign);
  }
  return new RegExp(`^${text}$`, "s");
}

function escaped(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
