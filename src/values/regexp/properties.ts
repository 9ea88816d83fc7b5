/** POSIX brackets and the properties of the same names, as the inside of a JavaScript class. */
const POSIX: Readonly<Record<string, string>> = {
  alnum: "\\p{Alphabetic}\\p{Nd}",
  alpha: "\\p{Alphabetic}",
  ascii: "\\x00-\\x7f",
  blank: "\\p{Zs}\\t",
  cntrl: "\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}",
  digit: "\\p{Nd}",
  graph: "[\\p{Any}--[\\p{White_Space}\\p{Cc}\\p{Cn}\\p{Cs}]]",
  lower: "\\p{Lowercase}",
  print: "[\\p{Any}--[\\p{Cc}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]]",
  punct: "\\p{P}\\$\\+<=>\\^`\\|~",
  space: "\\p{White_Space}",
  upper: "\\p{Uppercase}",
  word: "\\p{L}\\p{M}\\p{N}\\p{Pc}",
  xdigit: "0-9A-Fa-f",
  any: "\\p{Any}",
  assigned: "\\p{Assigned}",
};

const CATEGORIES: Readonly<Record<string, string>> = {
  letter: "L",
  uppercaseletter: "Lu",
  lowercaseletter: "Ll",
  titlecaseletter: "Lt",
  modifierletter: "Lm",
  otherletter: "Lo",
  mark: "M",
  nonspacingmark: "Mn",
  spacingmark: "Mc",
  enclosingmark: "Me",
  number: "N",
  decimalnumber: "Nd",
  letternumber: "Nl",
  othernumber: "No",
  punctuation: "P",
  connectorpunctuation: "Pc",
  dashpunctuation: "Pd",
  openpunctuation: "Ps",
  closepunctuation: "Pe",
  initialpunctuation: "Pi",
  finalpunctuation: "Pf",
  otherpunctuation: "Po",
  symbol: "S",
  mathsymbol: "Sm",
  currencysymbol: "Sc",
  modifiersymbol: "Sk",
  othersymbol: "So",
  separator: "Z",
  spaceseparator: "Zs",
  lineseparator: "Zl",
  paragraphseparator: "Zp",
  other: "C",
  control: "Cc",
  format: "Cf",
  surrogate: "Cs",
  privateuse: "Co",
  unassigned: "Cn",
};

/** The inside of a class for a POSIX bracket name; undefined when there is no such bracket. */
export function posixClass(name: string): string | undefined {
  return name === "any" || name === "assigned" ? undefined : POSIX[name];
}

/** The inside of a class for a `\p{...}` name, which ignores case, spaces, `_` and `-`; undefined when unknown. */
export function propertyClass(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[ _-]/g, "");
  return POSIX[plain] ?? unicodeProperty(CATEGORIES[plain] ?? name);
}

function unicodeProperty(name: string): string | undefined {
  const capitalized = name.replace(
    /[A-Za-z]+/g,
    (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase(),
  );
  const candidates = [name, capitalized, `Script=${name}`, `Script=${capitalized.replace(/[ -]/g, "_")}`];
  for (const candidate of candidates) {
    try {
      new RegExp(`\\p{${candidate}}`, "v");
      return `\\p{${candidate}}`;
    } catch {
      // Not a name that Unicode has in this form: try the next.
    }
  }
  return undefined;
}
