import type { WasmMemory } from "./web-assembly.ts";

/** Views of an instance's memory, made anew whenever it has grown. */
export class LinearMemory {
  #memory: WasmMemory | undefined;
  #buffer: ArrayBufferLike | undefined;
  #view!: DataView;
  #bytes!: Buffer;

  attach(memory: WasmMemory): void {
    this.#memory = memory;
  }

  get memory(): WasmMemory {
    if (this.#memory === undefined) throw new Error("the memory is not attached yet");
    return this.#memory;
  }

  get view(): DataView {
    this.#refresh();
    return this.#view;
  }

  get bytes(): Buffer {
    this.#refresh();
    return this.#bytes;
  }

  text(pointer: number, length: number): string {
    return this.bytes.toString("utf8", pointer, pointer + length);
  }

  #refresh(): void {
    const { buffer } = this.memory;
    if (buffer === this.#buffer) return;
    this.#buffer = buffer;
    this.#view = new DataView(buffer);
    this.#bytes = Buffer.from(buffer);
  }
}
