/** A set in brackets, an escaped sign, or any sign. */
const TOKEN = /\[([!^]?)(\]?[^\]]*)\]|\\([\s\S])|([\s\S])/g;

/** A shell pattern for names, as Ruby's `File.fnmatch` takes it: a leading dot must be written out. */
export function shellPattern(pattern: string): RegExp {
  const dotWritten = /^\\?\./.test(pattern);
  const text = pattern.replace(
    TOKEN,
    (_token, not?: string, set?: string, escaped?: string, sign?: string) => {
      if (set !== undefined) return `[${not === "" ? "" : "^"}${set.replace(/[\\\]^]/g, "\\$&")}]`;
      if (sign === "*") return ".*";
      return sign === "?" ? "." : literal(escaped ?? sign ?? "");
    },
  );
  return new RegExp(`^${dotWritten ? "" : "(?!\\.)"}${text}$`, "s");
}

function literal(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
