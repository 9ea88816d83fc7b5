import type { TokenType } from "chevrotain";
import * as t from "../tokens.ts";

/*
 * How tightly operators bind, as in lib/puppet/pops/parser/egrammar.ra. Assignments, relationships and resource
 * bodies are the weakest three; an `expression` of Puppet's grammar is whatever binds tighter than those.
 */
export const ASSIGNMENT = 1;
export const RELATIONSHIP = 2;
export const RESOURCE = 3;
const OR = 4;
const AND = 5;
const SELECTOR = 6;
const COMPARISON = 7;
const EQUALITY = 8;
const SHIFT = 9;
const ADDITION = 10;
const MULTIPLICATION = 11;
const MATCH = 12;
const IN = 13;
export const MINUS = 14;
export const SPLAT = 15;
export const NOT = 16;
const COLLECTOR = 17;
const ACCESS = 18;
const METHOD = 19;
const CALL = 20;

const LEVELS: readonly (readonly [number, readonly TokenType[]])[] = [
  [ASSIGNMENT, [t.Equals, t.Appends, t.Deletes]],
  [RELATIONSHIP, [t.InEdge, t.InEdgeSub, t.OutEdge, t.OutEdgeSub]],
  [RESOURCE, [t.LBrace]],
  [OR, [t.Or]],
  [AND, [t.And]],
  [SELECTOR, [t.QMark]],
  [COMPARISON, [t.GreaterEqual, t.GreaterThan, t.LessThan, t.LessEqual]],
  [EQUALITY, [t.NotEqual, t.IsEqual]],
  [SHIFT, [t.LShift, t.RShift]],
  [ADDITION, [t.Minus, t.Plus]],
  [MULTIPLICATION, [t.Times, t.Div, t.Modulo]],
  [MATCH, [t.Match, t.NoMatch]],
  [IN, [t.In]],
  [COLLECTOR, [t.LCollect, t.LLCollect]],
  [ACCESS, [t.LBrack]],
  [METHOD, [t.Dot]],
  [CALL, [t.LParen]],
];

const powers: number[] = [];
for (const [power, types] of LEVELS) for (const type of types) powers[type.tokenTypeIdx!] = power;
for (let index = 0; index < powers.length; index++) powers[index] ??= 0;

/** How tightly a token binds what stands before it; zero when it is no operator. */
export function powerOf(tokenTypeIdx: number): number {
  return powers[tokenTypeIdx] ?? 0;
}
