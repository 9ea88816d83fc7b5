/**
 * What the standalone executable starts with. Node.js runs this when the executable is made, beside the program's
 * bundle, and keeps its memory then; an executable that starts goes on from there.
 */
import { startupSnapshot } from "node:v8";
import { bundledProgram } from "../src/launch/bundled-program.ts";
import { launchStandalone, requireWithin } from "../src/launch/standalone.ts";
import { doUsualRuns } from "./usual-runs.ts";

void remember();

async function remember(): Promise<void> {
  const bundled = bundledProgram(".", requireWithin);
  otherMemoryForBuffers();
  await doUsualRuns(bundled, { resources: false });
  otherMemoryForBuffers();
  // Those runs leave compiled code behind and nothing else: this is another program.
  const program = bundled.load();
  await program.loadCommand("apply");
  startupSnapshot.setDeserializeMainFunction(() => launchStandalone(program));
  // Node.js remembers the working directory until it changes, and V8 the text that a pattern has last been found in.
  process.chdir(".");
  /^/.test("");
}

/** Small buffers share pieces of memory: what the runs wrote must not lie beside what stays. */
function otherMemoryForBuffers(): void {
  const { buffer } = Buffer.from(".");
  while (Buffer.from(".".repeat(1000)).buffer === buffer);
}
