/** WebAssembly's JavaScript interface (https://webassembly.github.io/spec/js-api/), of which the compiler's library lacks types. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Pages of 64 KiB; gives how many there were. */
  grow(pages: number): number;
}

/** Compiled code, which any number of instances may be made of. */
export type WasmModule = { readonly __brand: "WebAssembly.Module" };

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, (...args: never[]) => unknown>>>>;

interface WebAssemblyApi {
  readonly Module: {
    new (bytes: Uint8Array): WasmModule;
    imports(module: WasmModule): readonly { readonly module: string; readonly name: string }[];
  };
  readonly Instance: new (module: WasmModule, imports: WasmImports) => WasmInstance;
}

/** Asked for late: a program that is made into a snapshot has none while that happens. */
export function webAssembly(): WebAssemblyApi {
  return (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
}
