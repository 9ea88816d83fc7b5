import { type Document, isCollection, isMap, isScalar, type Node, visit, type YAMLError } from "yaml";

/** A syntax error as libyaml (and so Puppet) words it, and the offset it names. */
export interface LibyamlError {
  readonly message: string;
  readonly offset: number;
}

/** What is known of an error: itself, the text, and as much of the document as could be parsed. */
interface Trouble {
  readonly error: YAMLError;
  readonly text: string;
  readonly document: Document;
  readonly at: number;
}

type Words = (trouble: Trouble) => LibyamlError;
interface Rule {
  readonly code: string;
  readonly message?: RegExp;
  readonly words: Words;
}

const RULES: readonly Rule[] = [
  { code: "BAD_INDENT", message: /^Flow /, words: inFlow },
  { code: "BLOCK_IN_FLOW", words: inFlow },
  { code: "BAD_INDENT", words: inMap },
  { code: "MULTIPLE_ANCHORS", words: inBlock },
  {
    code: "MISSING_CHAR",
    message: /quote$/,
    words: atScalar("found unexpected end of stream while scanning a quoted scalar"),
  },
  { code: "BAD_DQ_ESCAPE", words: atScalar("found unknown escape character while parsing a quoted scalar") },
  { code: "MISSING_CHAR", words: at("could not find expected ':' while scanning a simple key") },
  {
    code: "TAB_AS_INDENT",
    words: at("found character that cannot start any token while scanning for the next token"),
  },
  {
    code: "BAD_SCALAR_START",
    words: at("found character that cannot start any token while scanning for the next token"),
  },
  { code: "BLOCK_AS_IMPLICIT_KEY", words: atColon },
  { code: "MULTILINE_IMPLICIT_KEY", words: atColon },
  {
    code: "UNEXPECTED_TOKEN",
    message: /^Block scalar header/,
    words: at("did not find expected comment or line break while scanning a block scalar"),
  },
  { code: "UNEXPECTED_TOKEN", message: /node end$/, words: inBlock },
  {
    code: "UNEXPECTED_TOKEN",
    message: /flow-(seq|map)-end/,
    words: at("did not find expected node content while parsing a block node"),
  },
];

/** A syntax error of the parser in libyaml's words, where it has some for it; else in the parser's own. */
export function libyamlError(error: YAMLError, text: string, document: Document): LibyamlError {
  const trouble = { error, text, document, at: error.pos[0] };
  const rule = RULES.find(
    ({ code, message }) => code === error.code && (message?.test(error.message) ?? true),
  );
  if (rule) return rule.words(trouble);
  return { message: error.message.charAt(0).toLowerCase() + error.message.slice(1), offset: trouble.at };
}

function at(message: string): Words {
  return (trouble) => ({ message, offset: trouble.at });
}

function atScalar(message: string): Words {
  return (trouble) => {
    const scalar = innermost(trouble, (node) => isScalar(node) && /^QUOTE/.test(String(node.type)));
    return { message, offset: startOf(scalar) ?? trouble.at };
  };
}

/** The second colon of `a: b: c`. */
function atColon({ at, text }: Trouble): LibyamlError {
  const colon = text.slice(at).search(/:(\s|$)/);
  return { message: "mapping values are not allowed in this context", offset: colon < 0 ? at : at + colon };
}

function inFlow(trouble: Trouble): LibyamlError {
  if (/[[{,]\s*$/.test(trouble.text)) {
    return {
      message: "did not find expected node content while parsing a flow node",
      offset: trouble.text.length,
    };
  }
  const flow = innermost(trouble, (node) => isCollection(node) && node.flow === true);
  const [close, name] = isMap(flow) ? ["}", "mapping"] : ["]", "sequence"];
  const message = `did not find expected ',' or '${close}' while parsing a flow ${name}`;
  return { message, offset: startOf(flow) ?? trouble.at };
}

function inBlock(trouble: Trouble): LibyamlError {
  const block = innermost(trouble, (node) => isCollection(node) && node.flow !== true);
  const message =
    block === undefined || isMap(block)
      ? "did not find expected key while parsing a block mapping"
      : "did not find expected '-' indicator while parsing a block collection";
  return { message, offset: startOf(block) ?? 0 };
}

function inMap(trouble: Trouble): LibyamlError {
  const map = innermost(trouble, (node) => isMap(node) && node.flow !== true);
  return { message: "did not find expected key while parsing a block mapping", offset: startOf(map) ?? 0 };
}

/** The smallest node of a kind that an error stands in or at the end of. */
function innermost({ document, at }: Trouble, suits: (node: Node) => boolean): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Node(_key, node) {
      const inside = node.range && node.range[0] <= at && (node.range[2] >= at || found === undefined);
      if (inside && suits(node)) found = node;
    },
  });
  return found;
}

function startOf(node: Node | undefined): number | undefined {
  return node?.range?.[0];
}
