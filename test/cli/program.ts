import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommandLine } from "../../src/cli/run-command-line.ts";

/** How a command line ended, and all that it said: standard output and error in one, in order. */
export interface Ended {
  readonly code: number;
  readonly text: string;
}

/** A directory of its own for the state, the lock and the files of some runs. */
export class Workshop {
  readonly path = mkdtempSync(join(tmpdir(), "nostrings-cli-"));

  /** Run a command line within this process. Directories of the machine that it would use are in the workshop. */
  async run(argv: readonly string[], program = "nostrings"): Promise<Ended> {
    let text = "";
    const write = (more: string) => {
      text += more;
    };
    const [command = "", ...rest] = argv;
    const code = await runCommandLine([command, ...this.#places(command), ...rest], program, {
      out: write,
      err: write,
      isTerminal: false,
    });
    return { code, text: text.replaceAll(this.path, "WORKSHOP") };
  }

  /** Settings that keep a run away from the machine's own directories. */
  #places(command: string): string[] {
    if (!["apply", "compile", "lookup"].includes(command)) return [];
    const names = ["confdir", "codedir", "vardir", "rundir"];
    return names.map((name) => `--${name}=${join(this.path, name)}`);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
