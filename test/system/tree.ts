import { execa } from "execa";

/** Every file below a directory: type, mode, owner, size, time of last change, link target, and a hash of its bytes. */
export async function tree(root: string): Promise<string[]> {
  const format = "%P %y %m %U:%G %s %T@ %l\\n";
  const listing = await execa("find", [root, "-xdev", "-printf", format]);
  const hashes = await execa("sh", [
    "-c",
    'find "$1" -xdev -type f -print0 | xargs -0 sha256sum',
    "sh",
    root,
  ]);
  return [...listing.stdout.split("\n"), ...hashes.stdout.split("\n")].sort();
}
