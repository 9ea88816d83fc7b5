import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/system/**", "test/parity/**", "**/node_modules/**"],
    globalSetup: "test/temporary-directory.ts",
    testTimeout: 20_000,
  },
});
