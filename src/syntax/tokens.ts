import { createToken, type IToken, type TokenType } from "chevrotain";

export type { TokenType };

/** One token of a Puppet text; offsets count UTF-16 units of the whole source, `end` is exclusive. */
export interface Token extends IToken {
  readonly startOffset: number;
  readonly end: number;
}

function define(name: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, categories });
}

/** Tokens that are an expression all by themselves. */
export const Atom = define("Atom");
/** Operators between two expressions. */
export const BinaryOperator = define("BinaryOperator");
/** Words that can name an attribute of a resource. */
export const AttributeName = define("AttributeName");
/** The brackets that open a list. */
export const OpenBracket = define("OpenBracket");
/** Parentheses around an expression or parameters. */
export const OpenParen = define("OpenParen");
/** What stands between an attribute's name and its value. */
export const AttributeArrow = define("AttributeArrow");

export const Name = define("Name", Atom, AttributeName);
export const Word = define("Word", Atom);
export const ClassRef = define("ClassRef", Atom);
export const Variable = define("Variable", Atom);
export const NumberToken = define("Number", Atom);
export const StringToken = define("String", Atom);
export const BooleanToken = define("Boolean", Atom);
export const Regex = define("Regex", Atom);
/** `type` or `function` where only a plain word can be meant: `[type, function]`. */
export const KeywordValue = define("KeywordValue", Atom, AttributeName);

export const Default = define("Default", Atom, AttributeName);
export const Undef = define("Undef", Atom, AttributeName);
export const Private = define("Private", Atom, AttributeName);
export const Attr = define("Attr", Atom, AttributeName);
export const Case = define("Case", AttributeName);
export const Class = define("Class", AttributeName);
/** `class` followed by `{`: the declaration of classes as resources. */
export const ClassResource = define("ClassResource");
export const Define = define("Define", AttributeName);
export const If = define("If", AttributeName);
export const Elsif = define("Elsif", AttributeName);
export const Else = define("Else", AttributeName);
export const Inherits = define("Inherits", AttributeName);
export const NodeKeyword = define("Node", AttributeName);
export const And = define("And", AttributeName, BinaryOperator);
export const Or = define("Or", AttributeName, BinaryOperator);
export const In = define("In", AttributeName, BinaryOperator);
export const Unless = define("Unless", AttributeName);
export const FunctionKeyword = define("Function", AttributeName);
export const TypeKeyword = define("Type", AttributeName);
export const Plan = define("Plan", AttributeName);
export const Apply = define("Apply", AttributeName);

export const DqPre = define("DqPre");
export const DqMid = define("DqMid");
export const DqPost = define("DqPost");
export const Heredoc = define("Heredoc");

export const LBrack = define("LBrack", OpenBracket);
/** `[` after white space: the start of a list, never an access. */
export const ListStart = define("ListStart", OpenBracket);
export const RBrack = define("RBrack");
export const LBrace = define("LBrace");
/** `{` after `?`. */
export const SelBrace = define("SelBrace");
export const RBrace = define("RBrace");
export const LParen = define("LParen", OpenParen);
/** `(` first on its line: never the start of a call's arguments. */
export const WsLParen = define("WsLParen", OpenParen);
export const RParen = define("RParen");

export const Equals = define("Equals", BinaryOperator);
export const Appends = define("Appends", BinaryOperator);
export const Deletes = define("Deletes", BinaryOperator);
export const IsEqual = define("IsEqual", BinaryOperator);
export const NotEqual = define("NotEqual", BinaryOperator);
export const Match = define("Match", BinaryOperator);
export const NoMatch = define("NoMatch", BinaryOperator);
export const GreaterEqual = define("GreaterEqual", BinaryOperator);
export const GreaterThan = define("GreaterThan", BinaryOperator);
export const LessEqual = define("LessEqual", BinaryOperator);
export const LessThan = define("LessThan", BinaryOperator);
export const LShift = define("LShift", BinaryOperator);
export const RShift = define("RShift", BinaryOperator);
export const Plus = define("Plus", BinaryOperator);
export const Minus = define("Minus", BinaryOperator);
export const Div = define("Div", BinaryOperator);
export const Times = define("Times", BinaryOperator);
export const Modulo = define("Modulo", BinaryOperator);
export const InEdge = define("InEdge", BinaryOperator);
export const InEdgeSub = define("InEdgeSub", BinaryOperator);
export const OutEdge = define("OutEdge", BinaryOperator);
export const OutEdgeSub = define("OutEdgeSub", BinaryOperator);

export const FArrow = define("FArrow", AttributeArrow);
export const PArrow = define("PArrow", AttributeArrow);
export const LCollect = define("LCollect");
export const LLCollect = define("LLCollect");
export const RCollect = define("RCollect");
export const RRCollect = define("RRCollect");
export const Not = define("Not");
export const Dot = define("Dot");
export const Pipe = define("Pipe");
export const At = define("At");
export const AtAt = define("AtAt");
export const Colon = define("Colon");
export const Comma = define("Comma");
export const Semic = define("Semic");
export const QMark = define("QMark");
export const Tilde = define("Tilde");
/** A character that starts nothing in the language. */
export const Other = define("Other");

export const EppStart = define("EppStart");
export const EppEnd = define("EppEnd");
export const EppEndTrim = define("EppEndTrim");
export const RenderString = define("RenderString", Atom);
export const RenderExpr = define("RenderExpr");

/** Where the lexer gave up; the parser reports the lexer's issue when it reaches this token. */
export const LexerError = define("LexerError");

/** Words kept for the language outside tasks mode. */
export const KEYWORDS: ReadonlyMap<string, TokenType> = new Map([
  ["case", Case],
  ["class", Class],
  ["default", Default],
  ["define", Define],
  ["if", If],
  ["elsif", Elsif],
  ["else", Else],
  ["inherits", Inherits],
  ["node", NodeKeyword],
  ["and", And],
  ["or", Or],
  ["undef", Undef],
  ["false", BooleanToken],
  ["true", BooleanToken],
  ["in", In],
  ["unless", Unless],
  ["function", FunctionKeyword],
  ["type", TypeKeyword],
  ["attr", Attr],
  ["private", Private],
]);

/** The further keywords of tasks mode. */
export const TASK_KEYWORDS: ReadonlyMap<string, TokenType> = new Map([
  ["plan", Plan],
  ["apply", Apply],
]);

/** Every token type, as the parser's vocabulary. */
export const VOCABULARY: TokenType[] = [
  ...[Atom, BinaryOperator, AttributeName, OpenBracket, OpenParen, AttributeArrow],
  ...[Name, Word, ClassRef, Variable, NumberToken, StringToken, BooleanToken, Regex, KeywordValue],
  ...[
    Default,
    Undef,
    Private,
    Attr,
    Case,
    Class,
    ClassResource,
    Define,
    If,
    Elsif,
    Else,
    Inherits,
    NodeKeyword,
  ],
  ...[And, Or, In, Unless, FunctionKeyword, TypeKeyword, Plan, Apply],
  ...[DqPre, DqMid, DqPost, Heredoc],
  ...[LBrack, ListStart, RBrack, LBrace, SelBrace, RBrace, LParen, WsLParen, RParen],
  ...[Equals, Appends, Deletes, IsEqual, NotEqual, Match, NoMatch],
  ...[GreaterEqual, GreaterThan, LessEqual, LessThan, LShift, RShift, Plus, Minus, Div, Times, Modulo],
  ...[InEdge, InEdgeSub, OutEdge, OutEdgeSub, FArrow, PArrow, LCollect, LLCollect, RCollect, RRCollect],
  ...[Not, Dot, Pipe, At, AtAt, Colon, Comma, Semic, QMark, Tilde, Other],
  ...[EppStart, EppEnd, EppEndTrim, RenderString, RenderExpr, LexerError],
];
