import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Everything that tests put into the temporary directory goes into one of their own, which goes with the run. */
export default function ownTemporaryDirectory(): () => void {
  const path = mkdtempSync(join(tmpdir(), "ns-"));
  // Tests that run something as another user must be able to go through it.
  chmodSync(path, 0o711);
  process.env.TMPDIR = path;
  return () => rmSync(path, { recursive: true, force: true });
}
