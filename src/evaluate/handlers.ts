import { declarationHandlers } from "./declare/handlers.ts";
import type { Handlers } from "./evaluate.ts";
import { access } from "./handlers/access.ts";
import { assignment } from "./handlers/assignment.ts";
import { calls } from "./handlers/calls.ts";
import { control } from "./handlers/control.ts";
import { epp } from "./handlers/epp.ts";
import { literals } from "./handlers/literals.ts";
import { names } from "./handlers/names.ts";
import { operators } from "./handlers/operators.ts";
import { strings } from "./handlers/strings.ts";

/** What every kind of node means. */
export const handlers: Handlers = {
  ...literals,
  ...names,
  ...strings,
  ...operators,
  ...assignment,
  ...access,
  ...control,
  ...calls,
  ...declarationHandlers,
  ...epp,
};
