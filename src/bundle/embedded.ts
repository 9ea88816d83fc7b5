/** A part that the build has put into the standalone executable; undefined in any other program. */
export function embedded(name: string): Buffer | undefined {
  const { isSea, getRawAsset } = process.getBuiltinModule("node:sea");
  if (!isSea()) return undefined;
  try {
    return Buffer.from(getRawAsset(name) as ArrayBuffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SINGLE_EXECUTABLE_APPLICATION_ASSET_NOT_FOUND")
      return undefined;
    throw error;
  }
}
