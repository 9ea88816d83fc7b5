/** The sets of vertices that can all reach one another and so hold a cycle (Tarjan's algorithm, without recursion). */
export function componentsWithCycles(out: readonly (readonly number[])[]): number[][] {
  const search = new Search(out);
  for (let vertex = 0; vertex < out.length; vertex++) search.from(vertex);
  return search.components.filter(
    (component) => component.length > 1 || out[component[0]!]!.includes(component[0]!),
  );
}

class Search {
  readonly components: number[][] = [];
  readonly #out: readonly (readonly number[])[];
  readonly #index: number[];
  readonly #low: number[];
  readonly #open: number[] = [];
  readonly #isOpen: boolean[];
  #count = 0;

  constructor(out: readonly (readonly number[])[]) {
    this.#out = out;
    this.#index = new Array<number>(out.length).fill(-1);
    this.#low = new Array<number>(out.length).fill(0);
    this.#isOpen = new Array<boolean>(out.length).fill(false);
  }

  from(root: number): void {
    if (this.#index[root]! >= 0) return;
    const frames = [this.#enter(root)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const next = this.#out[frame.vertex]![frame.child++];
      if (next === undefined) {
        frames.pop();
        this.#leave(frame.vertex, frames.at(-1)?.vertex);
      } else if (this.#index[next]! < 0) frames.push(this.#enter(next));
      else if (this.#isOpen[next]) this.#lower(frame.vertex, this.#index[next]!);
    }
  }

  #enter(vertex: number): { vertex: number; child: number } {
    this.#index[vertex] = this.#low[vertex] = this.#count++;
    this.#open.push(vertex);
    this.#isOpen[vertex] = true;
    return { vertex, child: 0 };
  }

  #leave(vertex: number, parent: number | undefined): void {
    if (parent !== undefined) this.#lower(parent, this.#low[vertex]!);
    if (this.#low[vertex] !== this.#index[vertex]) return;
    const component = this.#open.splice(this.#open.lastIndexOf(vertex));
    for (const member of component) this.#isOpen[member] = false;
    this.components.push(component);
  }

  #lower(vertex: number, low: number): void {
    if (low < this.#low[vertex]!) this.#low[vertex] = low;
  }
}
