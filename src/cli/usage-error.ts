/** The command line is wrong: the words say how. Ends with exit code 1 and a pointer to the help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
