import type { Span } from "../diagnostics/issue.ts";
import type { Source } from "../source/source.ts";

/**
 * The nodes of the Puppet language: plain read-only data, named after Puppet's own model
 * (lib/puppet/pops/model/ast.pp) so that whoever knows one knows the other. A span starts where Puppet says the
 * node is: an operator's node at the operator, a part without text of its own where its container starts.
 */
interface Base<K extends string> {
  readonly kind: K;
  readonly span: Span;
}

interface Binary<K extends string> extends Base<K> {
  readonly left: Expression;
  readonly right: Expression;
}

interface Unary<K extends string> extends Base<K> {
  readonly expr: Expression;
}

/** A whole text. `definitions` lists every class, define, function, node, alias and plan in it, nested ones too. */
export interface Program extends Base<"Program"> {
  readonly body: Expression;
  readonly definitions: readonly Definition[];
  readonly source: Source;
}

// Literals
export interface LiteralInteger extends Base<"LiteralInteger"> {
  readonly value: bigint;
  readonly radix: 8 | 10 | 16;
}
export interface LiteralFloat extends Base<"LiteralFloat"> {
  readonly value: number;
}
export interface LiteralString extends Base<"LiteralString"> {
  readonly value: string;
}
export interface LiteralBoolean extends Base<"LiteralBoolean"> {
  readonly value: boolean;
}
export interface LiteralUndef extends Base<"LiteralUndef"> {}
export interface LiteralDefault extends Base<"LiteralDefault"> {}
/** A regular expression as written between the slashes, in Ruby's syntax. */
export interface LiteralRegularExpression extends Base<"LiteralRegularExpression"> {
  readonly pattern: string;
}
export interface LiteralList extends Base<"LiteralList"> {
  readonly values: readonly Expression[];
}
export interface KeyedEntry extends Base<"KeyedEntry"> {
  readonly key: Expression;
  readonly value: Expression;
}
export interface LiteralHash extends Base<"LiteralHash"> {
  readonly entries: readonly KeyedEntry[];
}
/** A double-quoted string with interpolation: LiteralString and TextExpression segments. */
export interface ConcatenatedString extends Base<"ConcatenatedString"> {
  readonly segments: readonly Expression[];
}
/** `${...}` or `$name` inside a string. */
export interface TextExpression extends Unary<"TextExpression"> {}
export interface HeredocExpression extends Base<"HeredocExpression"> {
  readonly syntax: string | undefined;
  readonly text: Expression;
}

// Names
/** A lower-case name, `a::b`; a bare word. */
export interface QualifiedName extends Base<"QualifiedName"> {
  readonly value: string;
}
/** A capitalised name, `A::B`; `value` is as written, types and classes are looked up in lower case. */
export interface QualifiedReference extends Base<"QualifiedReference"> {
  readonly value: string;
}
/** `$name`, without the dollar; numeric for `$1`. */
export interface VariableExpression extends Base<"VariableExpression"> {
  readonly name: string;
}
/** A word kept for the language, such as `application`; `future` when Puppet only reserves it. */
export interface ReservedWord extends Base<"ReservedWord"> {
  readonly word: string;
  readonly future: boolean;
}
export interface Nop extends Base<"Nop"> {}

// Operators
export interface ParenthesizedExpression extends Unary<"ParenthesizedExpression"> {}
export interface NotExpression extends Unary<"NotExpression"> {}
export interface UnaryMinusExpression extends Unary<"UnaryMinusExpression"> {}
/** `*expr` in a list or an argument list. */
export interface UnfoldExpression extends Unary<"UnfoldExpression"> {}
export interface ArithmeticExpression extends Binary<"ArithmeticExpression"> {
  readonly operator: "+" | "-" | "*" | "/" | "%" | "<<" | ">>";
}
export interface ComparisonExpression extends Binary<"ComparisonExpression"> {
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
}
export interface MatchExpression extends Binary<"MatchExpression"> {
  readonly operator: "=~" | "!~";
}
export interface InExpression extends Binary<"InExpression"> {}
export interface AndExpression extends Binary<"AndExpression"> {}
export interface OrExpression extends Binary<"OrExpression"> {}
export interface AssignmentExpression extends Binary<"AssignmentExpression"> {
  readonly operator: "=" | "+=" | "-=";
}
export interface RelationshipExpression extends Binary<"RelationshipExpression"> {
  readonly operator: "->" | "<-" | "~>" | "<~";
}
export interface AccessExpression extends Base<"AccessExpression"> {
  readonly left: Expression;
  readonly keys: readonly Expression[];
}
/** `left.right` as the functor of a method call. */
export interface NamedAccessExpression extends Binary<"NamedAccessExpression"> {}

// Control
export interface BlockExpression extends Base<"BlockExpression"> {
  readonly statements: readonly Expression[];
}
export interface IfExpression extends Base<"IfExpression"> {
  readonly test: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface UnlessExpression extends Base<"UnlessExpression"> {
  readonly test: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface CaseOption extends Base<"CaseOption"> {
  readonly values: readonly Expression[];
  readonly then: Expression;
}
export interface CaseExpression extends Base<"CaseExpression"> {
  readonly test: Expression;
  readonly options: readonly CaseOption[];
}
export interface SelectorEntry extends Base<"SelectorEntry"> {
  readonly matching: Expression;
  readonly value: Expression;
}
export interface SelectorExpression extends Base<"SelectorExpression"> {
  readonly left: Expression;
  readonly selectors: readonly SelectorEntry[];
}

// Calls and lambdas
export interface Parameter extends Base<"Parameter"> {
  readonly name: string;
  readonly type: Expression | undefined;
  readonly value: Expression | undefined;
  readonly capturesRest: boolean;
}
export interface LambdaExpression extends Base<"LambdaExpression"> {
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly body: Expression;
}
/** `f(1)`, a statement call `f 1`, or `Type(1)`: `functor` is a QualifiedName, a QualifiedReference or any expression. */
export interface CallNamedFunctionExpression extends Base<"CallNamedFunctionExpression"> {
  readonly functor: Expression;
  readonly arguments: readonly Expression[];
  readonly lambda: LambdaExpression | undefined;
  readonly rvalRequired: boolean;
}
/** `x.f(1)`: `functor` is a NamedAccessExpression. */
export interface CallMethodExpression extends Base<"CallMethodExpression"> {
  readonly functor: Expression;
  readonly arguments: readonly Expression[];
  readonly lambda: LambdaExpression | undefined;
  readonly rvalRequired: boolean;
}

// Resources
export type ResourceForm = "regular" | "virtual" | "exported";
export interface AttributeOperation extends Base<"AttributeOperation"> {
  readonly name: string;
  readonly operator: "=>" | "+>";
  readonly value: Expression;
}
/** `* => $hash` */
export interface AttributesOperation extends Unary<"AttributesOperation"> {}
export interface ResourceBody extends Base<"ResourceBody"> {
  readonly title: Expression;
  readonly operations: readonly (AttributeOperation | AttributesOperation)[];
}
export interface ResourceExpression extends Base<"ResourceExpression"> {
  readonly form: ResourceForm;
  /** A QualifiedName (`file`, `class`), or any expression giving a type. */
  readonly typeName: Expression;
  readonly bodies: readonly ResourceBody[];
}
/** `File { mode => '0644' }` */
export interface ResourceDefaultsExpression extends Base<"ResourceDefaultsExpression"> {
  readonly form: ResourceForm;
  readonly typeRef: Expression;
  readonly operations: readonly (AttributeOperation | AttributesOperation)[];
}
/** `File['/x'] { mode => '0644' }` */
export interface ResourceOverrideExpression extends Base<"ResourceOverrideExpression"> {
  readonly form: ResourceForm;
  readonly resources: Expression;
  readonly operations: readonly (AttributeOperation | AttributesOperation)[];
}
/** `<| expr |>`; `expr` is a Nop when empty. */
export interface VirtualQuery extends Unary<"VirtualQuery"> {}
/** `<<| expr |>>` */
export interface ExportedQuery extends Unary<"ExportedQuery"> {}
export interface CollectExpression extends Base<"CollectExpression"> {
  readonly type: Expression;
  readonly query: VirtualQuery | ExportedQuery;
  readonly operations: readonly (AttributeOperation | AttributesOperation)[];
}

// Definitions; names are as written without a leading `::`, joined with the enclosing class where Puppet does so
export interface HostClassDefinition extends Base<"HostClassDefinition"> {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly parent: string | undefined;
  readonly body: Expression;
}
export interface ResourceTypeDefinition extends Base<"ResourceTypeDefinition"> {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface NodeDefinition extends Base<"NodeDefinition"> {
  /** LiteralString, LiteralRegularExpression, LiteralDefault, QualifiedName or ConcatenatedString. */
  readonly matches: readonly Expression[];
  readonly parent: Expression | undefined;
  readonly body: Expression;
}
export interface FunctionDefinition extends Base<"FunctionDefinition"> {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly body: Expression;
}
export interface PlanDefinition extends Base<"PlanDefinition"> {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returnType: Expression | undefined;
  readonly body: Expression;
}
export interface TypeAlias extends Base<"TypeAlias"> {
  readonly name: string;
  readonly type: Expression;
}
/** `type A inherits B { ... }` */
export interface TypeDefinition extends Base<"TypeDefinition"> {
  readonly name: string;
  readonly parent: string | undefined;
  readonly body: Expression;
}
/** `type Runtime[...] = A` */
export interface TypeMapping extends Base<"TypeMapping"> {
  readonly type: Expression;
  readonly mapping: Expression;
}
/** `apply(...) { ... }` of plans; accepted by the grammar, rejected by the checks outside tasks mode. */
export interface ApplyExpression extends Base<"ApplyExpression"> {
  readonly arguments: readonly Expression[];
  readonly body: Expression;
}

// EPP
/** The whole of an EPP text; its parameters stand on the enclosing LambdaExpression. */
export interface EppExpression extends Base<"EppExpression"> {
  readonly parametersSpecified: boolean;
  readonly body: Expression;
}
export interface RenderStringExpression extends Base<"RenderStringExpression"> {
  readonly value: string;
}
/** `<%= expr %>` */
export interface RenderExpression extends Unary<"RenderExpression"> {}

export type Definition =
  | HostClassDefinition
  | ResourceTypeDefinition
  | NodeDefinition
  | FunctionDefinition
  | PlanDefinition
  | TypeAlias
  | TypeDefinition
  | TypeMapping;

export type Literal =
  | LiteralInteger
  | LiteralFloat
  | LiteralString
  | LiteralBoolean
  | LiteralUndef
  | LiteralDefault
  | LiteralRegularExpression;

/** Everything that can be evaluated. */
export type Expression =
  | Literal
  | LiteralList
  | LiteralHash
  | ConcatenatedString
  | TextExpression
  | HeredocExpression
  | QualifiedName
  | QualifiedReference
  | VariableExpression
  | ReservedWord
  | Nop
  | ParenthesizedExpression
  | NotExpression
  | UnaryMinusExpression
  | UnfoldExpression
  | ArithmeticExpression
  | ComparisonExpression
  | MatchExpression
  | InExpression
  | AndExpression
  | OrExpression
  | AssignmentExpression
  | RelationshipExpression
  | AccessExpression
  | NamedAccessExpression
  | BlockExpression
  | IfExpression
  | UnlessExpression
  | CaseExpression
  | SelectorExpression
  | LambdaExpression
  | CallNamedFunctionExpression
  | CallMethodExpression
  | ResourceExpression
  | ResourceDefaultsExpression
  | ResourceOverrideExpression
  | CollectExpression
  | ApplyExpression
  | EppExpression
  | RenderStringExpression
  | RenderExpression
  | Definition;

export type Node =
  | Program
  | Expression
  | KeyedEntry
  | CaseOption
  | SelectorEntry
  | Parameter
  | AttributeOperation
  | AttributesOperation
  | ResourceBody
  | VirtualQuery
  | ExportedQuery;

export type NodeOf<K extends Node["kind"]> = Extract<Node, { kind: K }>;
