import { readFileSync, writeFileSync } from "node:fs";
import { withSettings } from "./settings-reference.ts";

// Writes the lists of settings into docs/command-line.md: node scripts/generate-settings.ts
const FILE = "docs/command-line.md";
writeFileSync(FILE, withSettings(readFileSync(FILE, "utf8")));
