import { dirname, isAbsolute } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import { capture } from "../../machine/capture.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** What a program prints when it is run, with the other arguments as its own, while compiling. */
export const generate = defineLegacyFunction("generate", -2, (_call, args) => {
  const argv = args.map(rubyText);
  const program = argv[0]!;
  if (!isAbsolute(program)) fail("PARSE_ERROR", "Generators must be fully qualified");
  if (!/^[-/\w.+]+$/m.test(program)) {
    fail("PARSE_ERROR", "Generators can only contain alphanumerics, file separators, and dashes");
  }
  if (program.includes("..")) fail("PARSE_ERROR", "Can not use generators with '..' in them.");
  const { code, output, trouble } = capture(argv, dirname(program));
  if (trouble === undefined && code === 0) return output;
  const detail = `Execution of '${argv.join(" ")}' returned ${code}: ${trouble ?? output}`;
  fail("PARSE_ERROR", `Failed to execute generator ${program}: ${detail}`);
});
