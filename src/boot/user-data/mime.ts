import { createHash } from "node:crypto";
import { fail } from "../../diagnostics/failure.ts";

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
  const plain = /^[\x00-\x7f]*$/.test(content);
  const body = plain ? content : wrapped(Buffer.from(content).toString("base64"));
  return [
    `Content-Type: ${typeOf({ name, content })}; charset="utf-8"`,
    "MIME-Version: 1.0",
    `Content-Transfer-Encoding: ${plain ? "7bit" : "base64"}`,
    `Content-Disposition: attachment; filename="${name}"`,
    "",
    body.endsWith("\n") ? body : `${body}\n`,
  ].join("\n");
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
