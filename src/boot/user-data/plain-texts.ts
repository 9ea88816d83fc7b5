import { fail } from "../../diagnostics/failure.ts";
import type { BootPlan } from "./plan.ts";

/** Characters that end a line, or are no characters at all, in one of the formats: control and format characters. */
const NO_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffd-\uffff]/u;
/** Key files have lines, and nothing else that is not text. */
const NO_LINES = /[^\P{Cc}\n\r\t]|[\p{Cs}\u2028\u2029\ufeff\ufffd-\uffff]/u;

/** A name of a credential, and where it comes from (systemd.exec(5), LoadCredential=). */
const CREDENTIAL = /^[\w.-]{1,255}(:([\w.-]{1,255}|\/.*))?$/;

/**
 * Refuse what one of the formats that a plan is written in (a unit, its ExecStart=, YAML, MIME, shell, boot.conf) cannot
 * hold as what it is: a line's end would begin a line of its own there, which may be a directive.
 */
export function refuseControls(plan: BootPlan): void {
  for (const [name, given] of plan.settings) {
    const value = String(given);
    refuseIn(`--${name}`, value);
    if (value.trim() !== value) refuse(`The value of --${name} has spaces at its ends`);
  }
  for (const { name, content } of plan.trusted) {
    refuseIn("the file name of --trust", name);
    if (NO_LINES.test(content)) refuse("The file of --trust is not text");
  }
  if (plan.executable) refuseIn("--executable", plan.executable.url);
  for (const credential of plan.credentials) refuseCredential(credential);
  if (plan.environmentFile !== undefined) {
    refuseIn("--environment-file", plan.environmentFile);
    refusePath("--environment-file", plan.environmentFile.replace(/^-/, ""));
  }
}

/** Refuse a text that is not one line of plain characters; `what` names it. */
export function refuseIn(what: string, text: string): void {
  if (NO_TEXT.test(text))
    refuse(`The value of ${what} has a line break, a control character or a byte that is no text`);
}

function refuseCredential(credential: string): void {
  refuseIn("--credential", credential);
  if (!CREDENTIAL.test(credential)) {
    refuse("A credential is NAME or NAME:PATH, with letters, digits, '.', '_' and '-' in the name");
  }
  const path = credential.slice(credential.indexOf(":") + 1);
  if (path.startsWith("/")) refusePath("--credential", path);
}

/** systemd ignores, with a word in the journal, what is not a plain absolute path; a backslash at the end joins lines. */
function refusePath(what: string, path: string): void {
  const isPlain = path.startsWith("/") && !path.split("/").includes("..") && !/\\|^\s|\s$/.test(path);
  if (!isPlain || path.length > 4000) {
    refuse(`The path of ${what} must be absolute, without '..', backslashes and spaces at its ends`);
  }
}

/** The value itself is not shown: it may be a key. */
function refuse(why: string): never {
  return fail("BOOT_OPTION", why);
}
