import { type Printers, statementsOf } from "./printer.ts";

/** EPP: code all the way, interrupted by text and rendered expressions. */
export const templatePrinters = {
  EppExpression: ({ body }, printer) => `\n${printer.statements(statementsOf(body))}`,
  RenderStringExpression: ({ value }) => `%>${value.replace(/<%|%>/g, (tag) => ESCAPES[tag]!)}<%`,
  RenderExpression: ({ expr }, printer) => {
    const code = expr.kind === "BlockExpression" ? printer.block(expr) : printer.print(expr);
    return `%><%= ${code} %><%`;
  },
} satisfies Partial<Printers>;

const ESCAPES: Readonly<Record<string, string>> = { "<%": "<%%", "%>": "%%>" };
