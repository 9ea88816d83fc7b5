const SHORTEST_LINE = 8;
/** Base64 of fewer octets is too common a text to look for. */
const SHORTEST_ENCODED = 6;
const SHORTEST_CASED = 6;
/** Whole files that are secret: who would quote them? Their lines are looked for, as many as can be. */
const LONGEST_QUOTED = 50_000;
const MOST_LINES = 20_000;

/**
 * The texts by which a secret can reach an output: as it is, its lines, and how JSON, shells, Ruby, Puppet, URLs,
 * XML and base64 write it.
 */
export function secretForms(secret: string): Set<string> {
  if (secret.length > LONGEST_QUOTED)
    return new Set([secret, secret.trim(), ...linesOf(secret).slice(0, MOST_LINES)]);
  const forms = new Set<string>();
  for (const text of [secret, secret.trim(), ...linesOf(secret)]) {
    forms.add(text);
    for (const quoted of quotedForms(text)) forms.add(quoted);
    for (const cased of casedForms(text)) forms.add(cased);
  }
  for (const text of [secret, secret.trim()]) for (const form of encodedForms(text)) forms.add(form);
  return forms;
}

/** Of a text of several lines, such as a private key, each is secret; short ones could be anything. */
function linesOf(secret: string): string[] {
  if (!secret.includes("\n")) return [];
  return secret
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE);
}

/** Names of classes and such are told in other letters than they were given in. */
function casedForms(text: string): string[] {
  if (text.length < SHORTEST_CASED) return [];
  return [text.toLowerCase(), text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)];
}

function quotedForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const url = encodeURIComponent(text);
  return [
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll("/", "\\/"),
    json.replace(/[\u0080-\uffff]/g, unicodeEscape),
    json.replace(/[#$]/g, "\\$&"),
    text.replaceAll("'", `'\\''`),
    text.replaceAll("'", `'"'"'`),
    text.replace(/["$`\\!]/g, "\\$&"),
    text.replace(/["$`\\]/g, "\\$&"),
    text.replace(/[^\w@%+=:,./\n-]/g, "\\$&"),
    text.replace(/[\\']/g, "\\$&"),
    text.replaceAll("'", "''"),
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    xml(text),
    url,
    url.replaceAll("%20", "+"),
    url.replace(/[!'()*]/g, percent),
    url.replace(/[!'()*]/g, percent).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ];
}

/** Base64 depends on where in a longer text the secret begins; what stays the same of each of the three is looked for. */
function encodedForms(text: string): string[] {
  const bytes = Buffer.from(text);
  if (bytes.length < SHORTEST_ENCODED)
    return bytes.length < 4 ? [] : [bytes.toString("base64").replace(/=+$/, "")];
  const aligned = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    const first = offset === 0 ? 0 : offset + 1;
    const padding = (3 - ((offset + bytes.length) % 3)) % 3;
    return encoded.slice(first, padding === 0 ? undefined : -padding - 1);
  });
  const url = aligned.map((encoded) => encoded.replaceAll("+", "-").replaceAll("/", "_"));
  const wrapped = [60, 64, 76].map((width) =>
    bytes.toString("base64").replace(new RegExp(`.{${width}}`, "g"), "$&\n"),
  );
  return [
    ...aligned,
    ...url,
    ...wrapped.flatMap(linesOf),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
  ];
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function xml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
