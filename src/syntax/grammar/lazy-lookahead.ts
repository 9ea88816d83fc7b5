import { type ILookaheadStrategy, LLkLookaheadStrategy } from "chevrotain";

type Alternation = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type Optional = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
/** Chevrotain calls these with the parser as `this`. */
type Choose = (this: unknown, alternatives?: unknown) => number | undefined;
type Decide = (this: unknown) => boolean;

/** Works out what may come next only where a text asks for it: most texts use a few chapters of the language. */
export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternation): Choose {
    let choose: Choose | undefined;
    const build = () => super.buildLookaheadForAlternation(options) as Choose;
    return function (alternatives) {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Optional): Decide {
    let decide: Decide | undefined;
    const build = () => super.buildLookaheadForOptional(options) as Decide;
    return function () {
      decide ??= build();
      return decide.call(this);
    };
  }
}
