import { createHash } from "node:crypto";
import type { Collectors, FactFamily } from "../family.ts";
import { type Host, perHost } from "../host.ts";
import type { Plain } from "../plain.ts";

interface HostKey {
  readonly name: string;
  readonly type: string;
  readonly key: string;
  readonly sha1: string;
  readonly sha256: string;
}

const FOLDERS = ["/etc/ssh", "/usr/local/etc/ssh", "/etc", "/usr/local/etc", "/etc/opt/ssh"];
const FILES = ["rsa", "dsa", "ecdsa", "ed25519"].map((name) => `ssh_host_${name}_key.pub`);
const NAMES: Readonly<Record<string, string>> = {
  "ssh-dss": "dsa",
  "ecdsa-sha2-nistp256": "ecdsa",
  "ssh-ed25519": "ed25519",
  "ssh-rsa": "rsa",
};
/** Algorithm numbers of SSHFP records (RFC 4255, 6594, 7479). */
const ALGORITHMS: Readonly<Record<string, number>> = { rsa: 1, dsa: 2, ecdsa: 3, ed25519: 4 };

const hostKeys = perHost((host: Host): readonly HostKey[] =>
  FOLDERS.flatMap((folder) => FILES.flatMap((file) => hostKey(host.read(`${folder}/${file}`)) ?? [])),
);

function hostKey(line: string | undefined): HostKey | undefined {
  const [type = "", key = ""] = (line ?? "").split(/\s+/);
  const name = NAMES[type];
  if (name === undefined) return undefined;
  const blob = Buffer.from(key, "base64");
  const record = (kind: number, hash: string) =>
    `SSHFP ${ALGORITHMS[name]} ${kind} ${createHash(hash).update(blob).digest("hex")}`;
  return { name, type, key, sha1: record(1, "sha1"), sha256: record(2, "sha256") };
}

function keyFact({ type, key, sha1, sha256 }: HostKey): Plain {
  return { fingerprints: { sha1, sha256 }, key, type };
}

function legacyOf(): Collectors {
  const facts: Record<string, (host: Host) => string | undefined> = {};
  for (const name of Object.values(NAMES)) {
    const found = (host: Host) => hostKeys(host).find((key) => key.name === name);
    facts[`ssh${name}key`] = (host) => found(host)?.key;
    facts[`sshfp_${name}`] = (host) => {
      const key = found(host);
      return key && `${key.sha1}\n${key.sha256}`;
    };
  }
  return facts;
}

/** The public host keys of the SSH server. */
export const sshFacts: FactFamily = {
  facts: {
    ssh: (host) => {
      const keys = hostKeys(host);
      if (keys.length === 0) return undefined;
      return Object.fromEntries(keys.map((key) => [key.name, keyFact(key)]));
    },
  },
  legacy: legacyOf(),
};
