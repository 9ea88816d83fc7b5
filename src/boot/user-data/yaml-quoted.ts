/** What JSON leaves as it is and YAML does not take for printable (YAML 1.1 and 1.2, c-printable), or breaks lines at. */
const NOT_PRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text as a double-quoted scalar of YAML, which every parser of 1.1 and 1.2 reads as it was. */
export function yamlQuoted(text: string): string {
  return JSON.stringify(text).replace(
    NOT_PRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
