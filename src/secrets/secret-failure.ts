/** Do something to get hold of a key; when that fails, say which one was wanted. */
export function wanting<T>(key: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof SecretFailure) || key === "") throw error;
    throw new SecretFailure(`${error.message}. Wanted: ${key}; at hand: none`, error.hint);
  }
}

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
