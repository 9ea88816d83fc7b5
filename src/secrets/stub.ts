const STUB = "stub-secret:";

/** What stands for a value that cannot be decrypted while a site is checked without its keys. */
export function stubSecret(key: string): string {
  return `${STUB}${key}`;
}

/** Whether a text is such a placeholder, or has one in it. */
export function isStub(text: string): boolean {
  return text.includes(STUB);
}
