import type { Rule } from "../context.ts";

/** Only the last parameter of a lambda can take the rest of the arguments. */
export const capturesRestLast: Rule = {
  LambdaExpression: ({ parameters }, context) => {
    for (const parameter of parameters.slice(0, -1)) {
      if (!parameter.capturesRest) continue;
      const message = `Parameter $${parameter.name} is not last, and has 'captures rest'`;
      context.report("CAPTURES_REST_NOT_LAST", parameter, message);
    }
  },
};
