import { spawnSync } from "node:child_process";
import { SecretFailure } from "../secret-failure.ts";

const PATIENCE = 60_000;

/**
 * The private keys of a home of GnuPG 2.1 or later, whose files only its agent reads. The passphrase is given on
 * standard input; the keys come out protected by it.
 */
export function exportSecretKeys(home: string, passphrase: string | undefined): Buffer {
  const asking = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
  const args = ["--homedir", home, "--batch", "--no-tty", "--quiet", ...asking, "--export-secret-keys"];
  const { error, status, stdout, stderr } = spawnSync("gpg", args, {
    input: `${passphrase ?? ""}\n`,
    timeout: PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["pipe", "pipe", "pipe"],
  });
  if (error && (error as NodeJS.ErrnoException).code === "ENOENT")
    throw new SecretFailure(
      `The keys in ${home} are kept by GnuPG's agent, and gpg is not installed`,
      "Install gnupg, or export the key with gpg --export-secret-keys and set gpg_private_key",
    );
  if (stdout && stdout.length > 0) return stdout;
  const reason =
    (stderr?.toString() ?? "").split("\n").find((line) => line.startsWith("gpg: ")) ?? `exit code ${status}`;
  throw new SecretFailure(
    `gpg does not export the private keys of ${home} (${reason.replace(/^gpg: /, "")})`,
  );
}
