import { accessSync, chmodSync, chownSync, lchownSync, lstatSync, statSync } from "node:fs";
import type { Wire } from "../engine/session.ts";
import type { PlainAnswers } from "./answers.ts";

/** What WASI does not know of files. Changes answer null, or the name of an error. */
export function fileAnswers(mayWrite: (path: string) => boolean): PlainAnswers {
  const changed = (path: string, change: () => void) => (mayWrite(path) ? tried(change) : "EROFS");
  return {
    "file.stat": (path: string, follows: boolean) => {
      const { mode, uid, gid, dev, rdev, blocks, blksize } = (follows ? statSync : lstatSync)(path);
      return { mode, uid, gid, dev, rdev, blocks, blksize };
    },
    "file.chmod": (path: string, mode: number) => changed(path, () => chmodSync(path, mode)),
    "file.chown": (path: string, uid: number | null, gid: number | null, follows: boolean) =>
      changed(path, () => {
        const known = (follows ? statSync : lstatSync)(path);
        (follows ? chownSync : lchownSync)(path, uid ?? known.uid, gid ?? known.gid);
      }),
    "file.access": (path: string, access: number) => tried(() => accessSync(path, access)) === null,
    "file.umask": (mask: number | null) => (mask === null ? process.umask() : process.umask(mask)),
  };
}

function tried(work: () => void): Wire {
  try {
    work();
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? "EIO";
  }
}
