import { createHash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";
import { refuseIn } from "./plain-texts.ts";

/** A part of multipart user-data. */
export interface UserDataPart {
  readonly name: string;
  readonly content: string;
}

/** What cloud-init takes a part for, by how it begins (cloud-init's "User data formats"). */
const TYPES: readonly (readonly [begins: string, type: string])[] = [
  ["#cloud-config", "text/cloud-config"],
  ["#!", "text/x-shellscript"],
  ["#cloud-boothook", "text/cloud-boothook"],
  ["#include", "text/x-include-url"],
  ["## template: jinja", "text/jinja2"],
];

/** User-data of several parts; the same parts give the same bytes. */
export function multipart(parts: readonly UserDataPart[]): string {
  const sum = createHash("sha256").update(parts.map(({ content }) => content).join("\0"));
  const boundary = `=====${sum.digest("hex").slice(0, 24)}==`;
  const head = `Content-Type: multipart/mixed; boundary="${boundary}"\nMIME-Version: 1.0\n\n`;
  return `${head}${parts.map((part) => `--${boundary}\n${partText(part)}`).join("")}--${boundary}--\n`;
}

function partText({ name, content }: UserDataPart): string {
  // "7bit" is lines of at most 998 bytes that end with LF (RFC 2045, 2.7); everything else is base64.
  const plain = /^[\t\x20-\x7e\n]*$/.test(content) && !/.{998}/.test(content);
  const body = plain ? content : wrapped(Buffer.from(content).toString("base64"));
  return [
    `Content-Type: ${typeOf({ name, content })}; charset="utf-8"`,
    "MIME-Version: 1.0",
    `Content-Transfer-Encoding: ${plain ? "7bit" : "base64"}`,
    `Content-Disposition: attachment; ${fileName(name)}`,
    "",
    body.endsWith("\n") ? body : `${body}\n`,
  ].join("\n");
}

/** A parameter of Content-Disposition; other names than plain ones are encoded (RFC 2231). */
function fileName(name: string): string {
  refuseIn("the file name of --part", name);
  if (/^[\x20-\x7e]+$/.test(name) && !/["\\]/.test(name)) return `filename="${name}"`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename*=utf-8''${encoded}`;
}

function typeOf({ name, content }: UserDataPart): string {
  const found = TYPES.find(([begins]) => content.startsWith(begins));
  if (found) return found[1];
  const known = TYPES.map(([begins]) => `'${begins}'`).join(", ");
  return fail("USER_DATA_PART", `cloud-init would not know what ${name} is: it begins with none of ${known}`);
}

function wrapped(base64: string): string {
  return (base64.match(/.{1,76}/g) ?? []).join("\n");
}
