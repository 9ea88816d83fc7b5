import { dirname, posix } from "node:path";
import type { Machine } from "../../machine/machine.ts";
import { write } from "../../machine/step.ts";
import { systemMessage } from "../../machine/system-error.ts";
import type { RecordPlace } from "./record-files.ts";

/** Puppet makes new files by way of a temporary one, whose mode they keep. */
const MODE_OF_NEW = 0o600;
const MOST_LINKS = 40;

const FILE_TYPE = "Puppet::Util::FileType::FileTypeFlat";

/** Plain files; links are followed, and owner and mode of what is there are kept. */
export function plainFiles(modeOfNew: number = MODE_OF_NEW): RecordPlace {
  return {
    stamp: (target, machine) => stampOf(target, machine),
    async read(target, machine) {
      const path = realPath(target, machine);
      const stamp = stampOf(target, machine);
      const isThere = stamp !== "";
      return {
        text: isThere ? textOf(target, machine) : "",
        stamp,
        replace: (text) => [
          write(path, Buffer.from(text, "latin1"), {
            mode: isThere ? undefined : modeOfNew,
            blame: `${FILE_TYPE} could not write ${target}: `,
          }),
        ],
      };
    },
  };
}

/** Empty when there is no such file. */
export function stampOf(path: string, machine: Machine): string {
  const stat = machine.stat(path);
  return stat === undefined ? "" : `${stat.mtime} ${stat.ctime} ${stat.size} ${stat.kind}`;
}

/** The text of a file, its bytes as characters. */
export function textOf(path: string, machine: Machine): string {
  try {
    const kind = machine.stat(path)?.kind;
    if (kind !== "file" && kind !== "directory") throw new Error("Not a regular file");
    return machine.readFile(path).toString("latin1");
  } catch (error) {
    throw new Error(`${FILE_TYPE} could not read ${path}: ${systemMessage(error)}`, { cause: error });
  }
}

/** Where links lead, so that a file is written where it is and a link stays. */
function realPath(path: string, machine: Machine): string {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (machine.lstat(at)?.kind !== "link") return at;
    at = posix.resolve(dirname(at), machine.readlink(at));
  }
  return path;
}
