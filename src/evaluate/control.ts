import type { Place } from "../diagnostics/issue.ts";
import type { Value } from "../values/value.ts";

/** `next(value)`: ends the innermost lambda, class, define or function body with a value. */
export class NextSignal {
  readonly value: Value;
  readonly place: Place | undefined;
  constructor(value: Value, place?: Place) {
    this.value = value;
    this.place = place;
  }
}

/** `break()`: ends the innermost iterating function. */
export class BreakSignal {
  readonly place: Place | undefined;
  constructor(place?: Place) {
    this.place = place;
  }
}

/** `return(value)`: ends the function, class or define that the code stands in, through any lambdas. */
export class ReturnSignal {
  readonly value: Value;
  readonly place: Place | undefined;
  constructor(value: Value, place?: Place) {
    this.value = value;
    this.place = place;
  }
}

/** Whatever leaves code early without being an error. */
export type Signal = NextSignal | BreakSignal | ReturnSignal;

/** Whether something thrown is a control signal rather than an error. */
export function isSignal(thrown: unknown): thrown is Signal {
  return thrown instanceof NextSignal || thrown instanceof BreakSignal || thrown instanceof ReturnSignal;
}
