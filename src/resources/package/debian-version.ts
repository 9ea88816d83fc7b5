const PATTERN = /^(?:([0-9]+):)?([.+~0-9a-zA-Z-]+?)(?:-([.+~0-9a-zA-Z]*))?$/;

/** A version as Debian orders them (deb-version(7)). */
export interface DebianVersion {
  readonly epoch: number;
  readonly upstream: string;
  readonly revision: string;
}

/** Take a version apart; undefined when it is none. */
export function parseDebianVersion(text: string): DebianVersion | undefined {
  const [, epoch, upstream, revision] = PATTERN.exec(text) ?? [];
  return upstream === undefined
    ? undefined
    : { epoch: Number(epoch ?? 0), upstream, revision: revision ?? "" };
}

/** Negative, zero or positive, as the first version is older than, the same as or newer than the second. */
export function compareDebianVersions(a: DebianVersion, b: DebianVersion): number {
  return a.epoch - b.epoch || compareParts(a.upstream, b.upstream) || compareParts(a.revision, b.revision);
}

/** Pieces without digits and numbers take turns. */
function compareParts(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 2) {
    const order =
      compareWords(left[i] ?? "", right[i] ?? "") || Number(left[i + 1] ?? 0) - Number(right[i + 1] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function pieces(part: string): string[] {
  return [...part.matchAll(/([^0-9]*)([0-9]*)/g)]
    .slice(0, -1)
    .flatMap(([, word = "", number = ""]) => [word, number || "0"]);
}

/** Tildes come before the end, the end before letters, letters before everything else. */
function compareWords(a: string, b: string): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = weight(a[i]) - weight(b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function weight(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === "~") return -1;
  return /[a-zA-Z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
