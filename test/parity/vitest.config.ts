import { defineConfig } from "vitest/config";

/** Tests against the real Puppet: `npx vitest run --config test/parity/vitest.config.ts`. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ["**/*.test.ts"], fileParallelism: false },
});
