/** Why a secret cannot be read or written. Its words name files and key ids, never what is secret. */
export class SecretFailure extends Error {
  override readonly name = "SecretFailure";
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
