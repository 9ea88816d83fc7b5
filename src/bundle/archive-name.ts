import { existsSync, statSync } from "node:fs";
import { refuseIrregular } from "../source/read-file.ts";
import { carriesBundle } from "./appended.ts";

/** A file on the disk, and what is meant inside it. */
export interface ArchiveName {
  readonly file: string;
  /** The path inside an ordinary archive; undefined when the file is a bundle itself. */
  readonly inside: string | undefined;
}

/**
 * The archive that a word on a command line names: `app.nsb`, an executable that carries a bundle, or, inside an ordinary
 * archive, `app.tar.gz//deploy`. Undefined when it names something else.
 */
export function archiveName(word: string): ArchiveName | undefined {
  const at = word.indexOf("//", 1);
  if (at > 0 && isFile(word.slice(0, at))) {
    return { file: word.slice(0, at), inside: word.slice(at + 2).replace(/\/+$/, "") };
  }
  const isCalledArchive = /\.(nsb|tar|tgz|tar\.gz|tar\.zst)$/.test(word);
  if (isCalledArchive && existsSync(word)) refuseIrregular(statSync(word), word);
  if (!isFile(word)) return undefined;
  const isArchive = isCalledArchive || carriesBundle(word);
  return isArchive ? { file: word, inside: undefined } : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
