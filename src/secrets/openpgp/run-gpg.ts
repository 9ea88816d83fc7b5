import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { timeLeft } from "../../machine/time-limit.ts";
import { SecretFailure } from "../secret-failure.ts";

const PATIENCE = 60_000;

/** What gpg answers; undefined when it is not installed. */
interface GpgAnswer {
  readonly out: Buffer;
  readonly trouble: string;
}

/**
 * The private keys of a home of GnuPG 2.1 or later, whose files only its agent reads. The passphrase is given on
 * standard input; the keys come out protected by it.
 */
export function exportSecretKeys(home: string, passphrase: string | undefined): Buffer {
  const asking = ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
  const running = agentRuns(home);
  const answer = runGpg(home, [...asking, "--export-secret-keys"], `${passphrase ?? ""}\n`);
  if (!answer)
    throw new SecretFailure(
      `The keys in ${home} are kept by GnuPG's agent, and gpg is not installed`,
      "Install gnupg, or export the key with gpg --export-secret-keys and set gpg_private_key",
    );
  if (!running) spawnSync("gpgconf", ["--homedir", home, "--kill", "gpg-agent"], { stdio: "ignore" });
  if (answer.out.length > 0) return answer.out;
  const reason = `gpg does not export the private keys of ${home} (${answer.trouble})`;
  throw new SecretFailure(
    reason,
    passphrase === undefined ? "If they have a passphrase, set gpg_passphrase" : undefined,
  );
}

/** gpg starts an agent that would stay: one that was not there before is stopped again. */
function agentRuns(home: string): boolean {
  const { stdout } = spawnSync("gpgconf", ["--homedir", home, "--list-dirs", "agent-socket"], {
    encoding: "utf8",
  });
  return existsSync(decodeURIComponent((stdout ?? "").trim()));
}

/** The fingerprints of the keys that gpg itself would encrypt to without being told to trust; undefined without gpg. */
export function trustedKeys(home: string): Set<string> | undefined {
  const lines = runGpg(home, ["--with-colons", "--list-keys"], "")?.out.toString().split("\n");
  if (!lines) return undefined;
  const trusted = new Set<string>();
  let valid = false;
  for (const line of lines) {
    const fields = line.split(":");
    if (fields[0] === "pub") valid = ["u", "f", "m"].includes(fields[1] ?? "");
    if (fields[0] === "fpr" && valid && fields[9] !== undefined) trusted.add(fields[9]);
  }
  return trusted;
}

function runGpg(home: string, args: readonly string[], input: string): GpgAnswer | undefined {
  const { error, status, stdout, stderr } = spawnSync(
    "gpg",
    ["--homedir", home, "--batch", "--no-tty", "--quiet", ...args],
    {
      input,
      timeout: timeLeft(PATIENCE),
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return undefined;
  const said = (stderr?.toString() ?? "").split("\n").find((line) => line.startsWith("gpg: "));
  return { out: stdout ?? Buffer.alloc(0), trouble: said?.replace(/^gpg: /, "") ?? `exit code ${status}` };
}
