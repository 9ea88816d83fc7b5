import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ProgressLine } from "../../src/cli/progress-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function screen(isTerminal: boolean) {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  return { line: new ProgressLine({ out: write, err: write, isTerminal }), written };
}

describe("the progress line", () => {
  it("shows nothing of a run that is soon over", () => {
    const { line, written } = screen(true);
    line.show("File[/a]", 0, 2);
    line.clear();
    expect(written).toEqual([]);
  });

  it("says whose turn it is in a long run, and makes room for messages", () => {
    const { line, written } = screen(true);
    vi.advanceTimersByTime(1500);
    line.show("Package[nginx]", 4, 20);
    line.show("File[/soon]", 5, 20);
    line.terminal.out("Notice: created\n");
    expect(written).toEqual(["\r\u001b[K[5/20] Package[nginx]", "\r\u001b[K", "Notice: created\n"]);
  });

  it("is not drawn where nobody looks", () => {
    const { line, written } = screen(false);
    vi.advanceTimersByTime(1500);
    line.show("Package[nginx]", 4, 20);
    expect(written).toEqual([]);
  });
});
