import { Buffer } from "node:buffer";
import { Wasi, type WasiOptions } from "../wasi/wasi.ts";
import { type WasmImports, type WasmMemory, type WasmModule, webAssembly } from "../wasi/web-assembly.ts";
import { EVAL_JS, JS_IMPORTS, RUBY_EXPORTS, type RubyExport, VALUE_TO_TEXT } from "./abi.ts";
import { ObjectTable, type ObjectTableState } from "./object-table.ts";

/** What of an instance lies outside of its memory, for an image. */
export interface InstanceState {
  readonly objects: ObjectTableState<number>;
  readonly symbols: readonly (readonly [name: string, id: number])[];
  /** The Ruby object that answers what is asked from outside. */
  readonly entry: number;
}

export interface InstanceOptions extends WasiOptions {
  /** Answers what Ruby sends with `JS.eval`: a text for a text. */
  readonly answer: (text: string) => string;
}

/** The text of a Ruby exception that the Ruby layer did not take care of. */
export class UnhandledRubyError extends Error {}

type Exports = Record<string, (...args: number[]) => number>;

/** `ruby` without its gems, source in UTF-8, no warnings, an empty program. */
const RUBY_ARGUMENTS = ["ruby", "--disable-gems", "-EUTF-8", "-W0", "-e_=0"];

/**
 * One instance of ruby.wasm: CRuby with its memory, driven by texts. Objects of Ruby are numbers in a table here; objects
 * of JavaScript never reach Ruby, as the only thing that crosses is the text of the channel.
 */
export class RubyInstance {
  readonly #wasi: Wasi;
  readonly #exports: Exports;
  readonly #answers = new ObjectTable<string>();
  #objects = new ObjectTable<number>();
  #symbols = new Map<string, number>();
  #entry = 0;

  constructor(module: WasmModule, options: InstanceOptions) {
    this.#wasi = new Wasi(options);
    const instance = new (webAssembly().Instance)(module, {
      wasi_snapshot_preview1: this.#wasi.imports,
      [JS_IMPORTS]: this.#javascript(module, options.answer),
      canonical_abi: this.#objectCalls(),
    });
    this.#exports = instance.exports as Exports;
    this.#wasi.memory.attach(instance.exports.memory as WasmMemory);
  }

  get memory(): WasmMemory {
    return this.#wasi.memory.memory;
  }

  /** Start Ruby from nothing, for an image. */
  boot(): void {
    this.#call("initialize");
    const list = this.#call("allocate", 0, 0, 4, RUBY_ARGUMENTS.length * 8);
    RUBY_ARGUMENTS.forEach((argument, i) => {
      const [pointer, length] = this.#passText(argument);
      this.#wasi.memory.view.setUint32(list + i * 8, pointer, true);
      this.#wasi.memory.view.setUint32(list + i * 8 + 4, length, true);
    });
    this.#call("init", list, RUBY_ARGUMENTS.length);
  }

  /** Run a text of Ruby for its effect. */
  run(code: string): void {
    this.#drop(this.#result(this.#call("evaluate", ...this.#passText(code))));
  }

  /** Make the value of a text of Ruby the object that `enter` calls. */
  setEntry(code: string): void {
    this.#entry = this.#result(this.#call("evaluate", ...this.#passText(code)));
    this.#symbol("call");
  }

  /** Have Ruby serve one request, which it asks for by the channel. */
  enter(): void {
    const receiver = this.#objects.add(this.#objects.get(this.#entry)!);
    this.#drop(this.#result(this.#call("send", receiver, this.#symbol("call"), 0, 0)));
  }

  /**
   * Run with the garbage collector off. It cannot see objects that only frames below frames of JavaScript know, so it must
   * not run in calls from within calls.
   */
  withoutGc<T>(work: () => T): T {
    const wasOff = this.#call("disableGc");
    try {
      return work();
    } finally {
      if (wasOff === 0) this.#call("enableGc");
    }
  }

  state(): InstanceState {
    return { objects: this.#objects.state(), symbols: [...this.#symbols], entry: this.#entry };
  }

  /** Go on where an image was taken; its memory was put in place already. */
  resume({ objects, symbols, entry }: InstanceState): void {
    this.#objects = new ObjectTable(objects);
    this.#symbols = new Map(symbols);
    this.#entry = entry;
  }

  /** Give back what the operating system knows of this instance. */
  close(): void {
    this.#wasi.descriptors.closeAll();
  }

  #call(name: RubyExport, ...args: number[]): number {
    return this.#exports[RUBY_EXPORTS[name]]!(...args);
  }

  /** Texts are C strings to Ruby's API. */
  #passText(text: string): [pointer: number, length: number] {
    const bytes = Buffer.from(`${text}\0`);
    const pointer = this.#call("allocate", 0, 0, 1, bytes.length);
    this.#wasi.memory.bytes.set(bytes, pointer);
    return [pointer, bytes.length];
  }

  #symbol(name: string): number {
    const known = this.#symbols.get(name);
    if (known !== undefined) return known;
    const id = this.#call("intern", ...this.#passText(name)) >>> 0;
    this.#symbols.set(name, id);
    return id;
  }

  /** The object that a protected call gave; a Ruby exception is thrown as its text. */
  #result(pointer: number): number {
    const { view } = this.#wasi.memory;
    const [object, state] = [view.getInt32(pointer, true), view.getInt32(pointer + 4, true)];
    if (state === 0) return object;
    const error = this.#call("errinfo");
    this.#call("clearErrinfo");
    throw new UnhandledRubyError(this.#text(error, "full_message"));
  }

  #text(object: number, method: string): string {
    const pointer = this.#call("send", object, this.#symbol(method), 0, 0);
    const { view } = this.#wasi.memory;
    const [result, state] = [view.getInt32(pointer, true), view.getInt32(pointer + 4, true)];
    if (state !== 0) return `an exception whose ${method} fails`;
    const text = this.#call("textOf", result);
    const words = this.#wasi.memory.text(view.getInt32(text, true), view.getInt32(text + 4, true));
    this.#call("freeText", text);
    return words;
  }

  #drop(object: number): void {
    const value = object === 0 ? undefined : this.#objects.remove(object);
    if (value !== undefined) this.#call("drop", value);
  }

  /** Ruby's extension `js` is only used to pass texts: `JS.eval(text).to_s`. */
  #javascript(module: WasmModule, answer: (text: string) => string): WasmImports[string] {
    const names = webAssembly()
      .Module.imports(module)
      .flatMap(({ module: from, name }) => (from === JS_IMPORTS ? [name] : []));
    const named = (start: string) => names.find((name) => name === start || name.startsWith(`${start}:`))!;
    const refuse = (name: string) => () => {
      throw new Error(`Ruby's JS module cannot be used here (${name})`);
    };
    return {
      ...Object.fromEntries(names.map((name) => [name, refuse(name)])),
      [named(EVAL_JS)]: (pointer: number, length: number, out: number) => {
        const number = this.#answers.add(answer(this.#wasi.memory.text(pointer, length)));
        this.#wasi.memory.view.setInt8(out, 0);
        this.#wasi.memory.view.setInt32(out + 4, number, true);
      },
      [named(VALUE_TO_TEXT)]: (number: number, out: number) => {
        const bytes = Buffer.from(this.#answers.get(number) ?? "");
        const pointer = this.#call("allocate", 0, 0, 1, Math.max(bytes.length, 1));
        this.#wasi.memory.bytes.set(bytes, pointer);
        this.#wasi.memory.view.setInt32(out, pointer, true);
        this.#wasi.memory.view.setInt32(out + 4, bytes.length, true);
      },
    };
  }

  #objectCalls(): WasmImports[string] {
    return {
      "resource_drop_js-abi-value": (number: number) => void this.#answers.remove(number),
      "resource_new_rb-abi-value": (value: number) => this.#objects.add(value),
      "resource_get_rb-abi-value": (number: number) => this.#objects.get(number) ?? 0,
      "resource_drop_rb-abi-value": (number: number) => void this.#objects.remove(number),
      "resource_clone_rb-abi-value": () => {
        throw new Error("cloning an object of Ruby is not supported");
      },
    };
  }
}
