import { LibyamlProblem, type Mark } from "./cursor.ts";
import { Scanner, type Token, type TokenKind } from "./scanner.ts";

const BEGINNING: Mark = { offset: 0, index: 0, line: 0, column: 0 };
/** What libyaml's reader takes for a character. */
const CONTROL = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Check the first document of a YAML text as libyaml 0.2.5 parses it, and so Psych: what it refuses is refused with its
 * words and its place (https://github.com/yaml/libyaml). Gives where the document ends: what follows is not looked at.
 * Throws LibyamlProblem.
 */
export function checkFirstDocument(text: string): number {
  if (CONTROL.test(text))
    throw new LibyamlProblem("control characters are not allowed", undefined, BEGINNING, BEGINNING);
  return new FirstDocument(new Scanner(text)).check();
}

type State = () => void;

/** The states of libyaml's parser, each one step; what it would tell of is left out. */
class FirstDocument {
  readonly #scanner: Scanner;
  readonly #states: State[] = [];
  /** Where the collections around began. */
  readonly #marks: Mark[] = [];
  readonly #handles = new Set(["!", "!!"]);

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  check(): number {
    if (this.#kind === "stream end") return this.#end;
    if (this.#directives() || this.#kind === "document start") {
      if (this.#kind !== "document start") this.#fail("did not find expected <document start>");
      this.#scanner.take();
      if (this.#is("directive", "document start", "document end", "stream end")) return this.#end;
    }
    this.#states.push(() => this.#node(true, false));
    for (let state = this.#states.pop(); state !== undefined; state = this.#states.pop()) state();
    return this.#end;
  }

  get #end(): number {
    return this.#scanner.peek().start.offset;
  }

  get #kind(): TokenKind {
    return this.#scanner.peek().kind;
  }

  #is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#kind);
  }

  #takes(kind: TokenKind): boolean {
    if (this.#kind !== kind) return false;
    this.#scanner.take();
    return true;
  }

  /** Errors without a context have no place: libyaml leaves it at the beginning. */
  #fail(problem: string): never {
    throw new LibyamlProblem(problem, undefined, BEGINNING, this.#scanner.peek().start);
  }

  #failWithin(problem: string, context: string, begin: Mark): never {
    throw new LibyamlProblem(problem, context, begin, this.#scanner.peek().start);
  }

  #directives(): boolean {
    let version = false;
    const own = new Set<string>();
    for (; this.#kind === "directive"; this.#scanner.take()) {
      const { directive } = this.#scanner.peek();
      if (directive?.name === "TAG") {
        if (own.has(directive.handle)) this.#fail("found duplicate %TAG directive");
        own.add(directive.handle);
        this.#handles.add(directive.handle);
      } else if (directive !== undefined) {
        if (version) this.#fail("found duplicate %YAML directive");
        if (directive.major !== 1 || (directive.minor !== 1 && directive.minor !== 2))
          this.#fail("found incompatible YAML document");
        version = true;
      }
    }
    return version || own.size > 0;
  }

  #node(block: boolean, indentless: boolean): void {
    if (this.#takes("alias")) return;
    const { start } = this.#scanner.peek();
    const properties = this.#properties(start);
    if (indentless && this.#kind === "-") this.#states.push(() => this.#indentlessEntry());
    else if (!this.#takes("scalar") && !this.#collection(block) && !properties) this.#noContent(block, start);
  }

  #noContent(block: boolean, start: Mark): never {
    const context = `while parsing a ${block ? "block" : "flow"} node`;
    return this.#failWithin("did not find expected node content", context, start);
  }

  /** An anchor and a tag, in any order. */
  #properties(start: Mark): boolean {
    let tag: Token | undefined;
    const anchored = this.#takes("anchor");
    if (this.#kind === "tag") tag = this.#scanner.take();
    const after = !anchored && tag !== undefined && this.#takes("anchor");
    const handle = tag?.handle ?? "";
    if (handle !== "" && !this.#handles.has(handle))
      this.#failWithin("found undefined tag handle", "while parsing a node", start);
    return anchored || after || tag !== undefined;
  }

  #collection(block: boolean): boolean {
    const next = this.#collectionState(block);
    if (next === undefined) return false;
    this.#marks.push(this.#scanner.take().start);
    this.#states.push(next);
    return true;
  }

  #collectionState(block: boolean): State | undefined {
    switch (this.#kind) {
      case "[":
        return () => this.#sequenceEntry(true);
      case "{":
        return () => this.#mappingKey(true);
      case "block sequence":
        return block ? () => this.#blockEntry() : undefined;
      case "block mapping":
        return block ? () => this.#blockKey() : undefined;
      default:
        return undefined;
    }
  }

  /** A node, and then go on with a state; an empty node when one of these tokens follows. */
  #nodeUnless(empty: readonly TokenKind[], next: State, block: boolean, indentless = false): void {
    this.#states.push(next);
    if (!this.#is(...empty)) this.#states.push(() => this.#node(block, indentless));
  }

  #blockEntry(): void {
    if (this.#takes("-")) this.#nodeUnless(["-", "block end"], () => this.#blockEntry(), true);
    else if (this.#takes("block end")) this.#marks.pop();
    else this.#failCollection("did not find expected '-' indicator", "block collection");
  }

  #indentlessEntry(): void {
    if (!this.#takes("-")) return;
    const next = () => this.#indentlessEntry();
    this.#nodeUnless(["-", "key", "value", "block end"], next, true);
  }

  #blockKey(): void {
    if (this.#takes("key"))
      this.#nodeUnless(["key", "value", "block end"], () => this.#blockValue(), true, true);
    else if (this.#takes("block end")) this.#marks.pop();
    else this.#failCollection("did not find expected key", "block mapping");
  }

  #blockValue(): void {
    const next = () => this.#blockKey();
    if (this.#takes("value")) this.#nodeUnless(["key", "value", "block end"], next, true, true);
    else this.#states.push(next);
  }

  #sequenceEntry(first: boolean): void {
    if (this.#kind !== "]" && !first && !this.#takes(","))
      this.#failCollection("did not find expected ',' or ']'", "flow sequence");
    if (this.#takes("]")) this.#marks.pop();
    else if (this.#takes("key")) this.#states.push(() => this.#pairKey());
    else this.#nodeUnless([], () => this.#sequenceEntry(false), false);
  }

  /** A mapping of one pair within a flow sequence. */
  #pairKey(): void {
    this.#states.push(() => this.#pairValue());
    if (this.#is("value", ",", "]")) this.#scanner.take();
    else this.#states.push(() => this.#node(false, false));
  }

  #pairValue(): void {
    const next = () => this.#pairEnd();
    if (this.#takes("value")) this.#nodeUnless([",", "]"], next, false);
    else this.#states.push(next);
  }

  #pairEnd(): void {
    this.#scanner.peek();
    this.#states.push(() => this.#sequenceEntry(false));
  }

  #mappingKey(first: boolean): void {
    if (this.#kind !== "}" && !first && !this.#takes(","))
      this.#failCollection("did not find expected ',' or '}'", "flow mapping");
    if (this.#takes("}")) this.#marks.pop();
    else if (this.#takes("key")) this.#nodeUnless(["value", ",", "}"], () => this.#mappingValue(), false);
    else this.#nodeUnless([], () => this.#mappingKey(false), false);
  }

  #mappingValue(): void {
    const next = () => this.#mappingKey(false);
    if (this.#takes("value")) this.#nodeUnless([",", "}"], next, false);
    else this.#states.push(next);
  }

  #failCollection(problem: string, what: string): never {
    return this.#failWithin(problem, `while parsing a ${what}`, this.#marks.at(-1)!);
  }
}
