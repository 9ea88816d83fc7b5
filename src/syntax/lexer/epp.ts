import * as t from "../tokens.ts";
import type { Lexing } from "./lexing.ts";

/** The end of a tag: `%>` or `-%>`; false when there is none here. */
export function endTag(lx: Lexing, char: string): boolean {
  if (char === "%" && lx.text.startsWith("%>", lx.pos)) return closeTag(lx, "%>", false);
  if (char === "-" && lx.text.startsWith("-%>", lx.pos)) return closeTag(lx, "-%>", true);
  return false;
}

function closeTag(lx: Lexing, tag: string, trim: boolean): true {
  const start = lx.pos;
  lx.pos += tag.length;
  if (lx.eppMode === "expr") lx.push(trim ? t.EppEndTrim : t.EppEnd, tag, start, lx.pos);
  if (!trim) lx.eppMode = "text";
  eppText(lx, trim);
  return true;
}

/** Lex text up to the next tag, after which the language goes on. */
export function eppText(lx: Lexing, trim = false): void {
  const start = lx.pos;
  const scanned = scanText(lx, trim);
  if (scanned.mode === "text") {
    if (scanned.text !== undefined) lx.push(t.RenderString, scanned.text, start, lx.pos);
    lx.eppOpen = undefined;
    return;
  }
  if (scanned.text !== undefined && scanned.text !== "") lx.push(t.RenderString, scanned.text, start, lx.pos);
  if (scanned.mode === "expr") lx.push(t.RenderExpr, "", start, start);
  lx.eppMode = scanned.mode;
  lx.eppOpen = lx.pos;
}

interface ScannedText {
  readonly mode: "text" | "epp" | "expr";
  readonly text: string | undefined;
}

/** Text with `<%%` and `%%>` turned into `<%` and `%>`, comments dropped, and the mode of the tag that ended it. */
function scanText(lx: Lexing, trimFirst: boolean): ScannedText {
  if (lx.pos >= lx.text.length) return { mode: "text", text: undefined };
  let text = "";
  let trim = trimFirst;
  while (lx.pos < lx.text.length) {
    const part = upToTag(lx, trim);
    trim = false;
    text += part.text;
    if (!part.tag) return { mode: "text", text };
    const next = lx.text[lx.pos];
    if (next === undefined) {
      lx.fail(
        "EPP_UNBALANCED_EXPRESSION",
        "Unbalanced embedded expression - opening <% and reaching end of input",
      );
    }
    if (next !== "-" && next !== "%" && next !== "=" && next !== "#") return { mode: "epp", text };
    if (next === "#") {
      ({ text, trim } = comment(lx, text));
      continue;
    }
    lx.pos += 1;
    if (next === "-") return { mode: "epp", text: text.replace(/[ \t]*$/, "") };
    if (next === "=") return { mode: "expr", text };
    text += "<%";
  }
  return { mode: "text", text: undefined };
}

function upToTag(lx: Lexing, trim: boolean): { text: string; tag: boolean } {
  const open = lx.text.indexOf("<%", lx.pos);
  const tag = open >= 0;
  let text = lx.text.slice(lx.pos, tag ? open : lx.text.length);
  lx.pos = tag ? open + 2 : lx.text.length;
  if (trim) text = text.replace(/^[ \t]*\r?\n?/, "");
  return { text: text.replaceAll("%%>", "%>"), tag };
}

/** `<%# ... %>`; `<%#-` trims the blanks before it, `-%>` the line end behind it. */
function comment(lx: Lexing, before: string): { text: string; trim: boolean } {
  const close = /[^%]%>/g;
  close.lastIndex = lx.pos;
  const found = close.exec(lx.text);
  if (found === null) {
    lx.fail("EPP_UNBALANCED_COMMENT", "Reaching end after opening <%# without seeing %>");
  }
  const body = lx.text.slice(lx.pos, close.lastIndex);
  lx.pos = close.lastIndex;
  return { text: body[1] === "-" ? before.replace(/[ \t]*$/, "") : before, trim: body.endsWith("-%>") };
}
