const N = 624;
const M = 397;

/** Ruby's random numbers: MT19937 seeded with an integer of any size, so that equal seeds give Ruby's numbers. */
export class MersenneTwister {
  readonly #state = new Uint32Array(N);
  #index = N;

  constructor(seed: bigint) {
    const key = words(seed < 0n ? -seed : seed);
    if (key.length <= 1) this.#seedWith(key[0] ?? 0);
    else this.#seedWithWords(key);
  }

  /** An integer from 0 to below a limit, drawn as Ruby draws it. */
  below(limit: bigint): bigint {
    const top = limit - 1n;
    if (top <= 0n) return 0n;
    const bits = top.toString(2).length;
    const mask = (1n << BigInt(bits)) - 1n;
    for (;;) {
      const value = this.#draw(top, mask);
      if (value !== undefined) return value;
    }
  }

  /** The highest 32 bits are drawn first; a draw that is already too large is given up. */
  #draw(top: bigint, mask: bigint): bigint | undefined {
    let value = 0n;
    for (let shift = mask > 0xffff_ffffn ? 32n : 0n; shift >= 0n; shift -= 32n) {
      value = (value | (BigInt(this.#next()) << shift)) & mask;
      if (value > top) return undefined;
    }
    return value;
  }

  /** A number from 0 to below 1 with 53 random bits. */
  real(): number {
    const a = this.#next() >>> 5;
    const b = this.#next() >>> 6;
    return (a * 67_108_864 + b) / 9_007_199_254_740_992;
  }

  #next(): number {
    if (this.#index >= N) this.#refill();
    let y = this.#state[this.#index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #refill(): void {
    const s = this.#state;
    for (let k = 0; k < N; k++) {
      const y = (s[k]! & 0x80000000) | (s[(k + 1) % N]! & 0x7fffffff);
      s[k] = s[(k + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#index = 0;
  }

  #seedWith(seed: number): void {
    const s = this.#state;
    s[0] = seed;
    for (let j = 1; j < N; j++) s[j] = Math.imul(1812433253, s[j - 1]! ^ (s[j - 1]! >>> 30)) + j;
    this.#index = N;
  }

  #seedWithWords(key: readonly number[]): void {
    this.#seedWith(19650218);
    const s = this.#state;
    let [i, j] = [1, 0];
    const wrap = () => {
      if (++i < N) return;
      s[0] = s[N - 1]!;
      i = 1;
    };
    const mixed = () => s[i - 1]! ^ (s[i - 1]! >>> 30);
    for (let k = Math.max(N, key.length); k > 0; k--) {
      s[i] = (s[i]! ^ Math.imul(mixed(), 1664525)) + key[j]! + j;
      wrap();
      j = (j + 1) % key.length;
    }
    for (let k = N - 1; k > 0; k--) {
      s[i] = (s[i]! ^ Math.imul(mixed(), 1566083941)) - i;
      wrap();
    }
    s[0] = 0x80000000;
  }
}

/** The 32-bit words of a number, lowest first, without the guard word that Ruby drops. */
function words(value: bigint): number[] {
  const result: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) result.push(Number(rest & 0xffff_ffffn));
  if (result.length > 1 && result.at(-1) === 1) result.pop();
  return result;
}
