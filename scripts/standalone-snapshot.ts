/**
 * What the standalone executable starts with. Node.js runs this when the executable is made, in the project's
 * directory, and keeps its memory then; an executable that starts goes on from there.
 */
import { startupSnapshot } from "node:v8";
import { bundledProgram } from "../src/bundled-program.ts";
import { launchStandalone, requireWithin } from "../src/launch-standalone.ts";
import { doUsualRuns } from "./usual-runs.ts";

void remember();

async function remember(): Promise<void> {
  const bundled = bundledProgram("dist", requireWithin);
  await doUsualRuns(bundled, { resources: false });
  // Those runs leave compiled code behind and nothing else: this is another program.
  const program = bundled.load();
  await program.loadCommand("apply");
  startupSnapshot.setDeserializeMainFunction(() => launchStandalone(program));
  // Node.js remembers the working directory until it changes.
  process.chdir(".");
}
