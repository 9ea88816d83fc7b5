import { defineConfig } from "vitest/config";

/** Tests beside the real Puppet and on a real Debian root: minutes, root and apt. One at a time. */
export default defineConfig({
  test: {
    include: [
      "test/parity/**/*.test.ts",
      "test/system/**/*.test.ts",
      "test/evaluate/generated-programs.test.ts",
    ],
    globalSetup: "test/temporary-directory.ts",
    env: { GENERATED_PROGRAMS: "20000" },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
