/**
 * The functions that ruby.wasm exports, by the short names used here. Their own names are WIT signatures
 * (https://github.com/ruby/ruby.wasm, packages/gems/js/ext/js/bindgen).
 */
export const RUBY_EXPORTS = {
  init: "ruby-init: func(args: list<string>) -> ()",
  evaluate: "rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>",
  send: "rb-funcallv-protect: func(recv: handle<rb-abi-value>, mid: u32, args: list<handle<rb-abi-value>>) -> tuple<handle<rb-abi-value>, s32>",
  intern: "rb-intern: func(name: string) -> u32",
  errinfo: "rb-errinfo: func() -> handle<rb-abi-value>",
  clearErrinfo: "rb-clear-errinfo: func() -> ()",
  textOf: "rstring-ptr: func(value: handle<rb-abi-value>) -> string",
  freeText: "cabi_post_rstring-ptr",
  enableGc: "rb-gc-enable: func() -> bool",
  disableGc: "rb-gc-disable: func() -> bool",
  allocate: "cabi_realloc",
  drop: "canonical_abi_drop_rb-abi-value",
  initialize: "_initialize",
} as const;

export type RubyExport = keyof typeof RUBY_EXPORTS;

/** The imports of ruby.wasm's JavaScript side that the channel uses, by the beginning of their names. */
export const EVAL_JS = "eval-js";
export const VALUE_TO_TEXT = "js-value-to-string";
export const JS_IMPORTS = "rb-js-abi-host";
