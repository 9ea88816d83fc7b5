import { accountFiles } from "../account-files.ts";
import type { Generated, GenerateGround } from "../generate.ts";
import { contentOf, linesOf } from "../records/entries.ts";
import { keyLines } from "../ssh_authorized_key/key-lines.ts";

interface Owner {
  readonly name: string;
  readonly home?: string | undefined;
  readonly purge_ssh_keys: boolean | readonly string[];
}

/** The keys in a user's files that the catalog does not have, to be removed. */
export async function unknownKeys(
  owner: Owner,
  { machine, has }: GenerateGround,
): Promise<readonly Generated[]> {
  const { name, purge_ssh_keys: asked } = owner;
  if (asked === false) return [];
  const home = owner.home ?? (await accountFiles(machine).user(name, false))?.home;
  const files = (asked === true ? ["~/.ssh/authorized_keys"] : asked).flatMap((path) => inHome(path, home));
  const readable = files.filter((path) => machine.stat(path)?.kind === "file");
  return readable.flatMap((target) =>
    namesIn(machine.readFile(target).toString("latin1"), target)
      .filter((key) => !has("ssh_authorized_key", key))
      .map((title) => ({
        type: "ssh_authorized_key",
        title,
        parameters: { ensure: "absent", user: name, target },
      })),
  );
}

/** A path that begins with `~` or `%h` is in the user's home; of a user that is not there yet it is nowhere. */
function inHome(path: string, home: string | undefined): string[] {
  if (!/^(~|%h)\//.test(path)) return [path];
  return home === undefined ? [] : [path.replace(/^(~|%h)/, home)];
}

function namesIn(text: string, target: string): string[] {
  const whole = linesOf(text).map((raw) => (raw.endsWith("\n") ? raw : `${raw}\n`));
  const entries = keyLines.read(whole.filter((raw) => contentOf(raw) !== "").join(""), target);
  return entries.flatMap(({ fields }) => (fields === undefined ? [] : [String(fields.name)]));
}
