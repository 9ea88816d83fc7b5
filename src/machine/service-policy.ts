import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { naming } from "./system-error.ts";

/** Asked by Debian's maintainer scripts before they start a service (see invoke-rc.d(8)); 101 forbids it. */
const POLICY = "/usr/sbin/policy-rc.d";

/** Do something during which installing packages starts no services, as in an image that is being built. */
export async function withoutServiceStarts<T>(work: () => Promise<T>, policy = POLICY): Promise<T> {
  if (existsSync(policy) || !existsSync(dirname(policy))) return work();
  naming(policy, () => writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755, flag: "wx" }));
  try {
    return await work();
  } finally {
    rmSync(policy, { force: true });
  }
}
