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

  it("says whose turn it is when the first turn takes long", () => {
    const { line, written } = screen(true);
    line.show("Exec[/bin/sleep 3]", 4, 8);
    vi.advanceTimersByTime(999);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(written).toEqual(["\r\u001b[K[5/8] Exec[/bin/sleep 3]"]);
    line.clear();
    vi.advanceTimersByTime(5000);
    expect(written).toHaveLength(2);
  });

  it("draws the last of many quick turns, too", () => {
    const { line, written } = screen(true);
    vi.advanceTimersByTime(1500);
    for (const turn of [0, 1, 2]) line.show(`File[/${turn}]`, turn, 3);
    vi.advanceTimersByTime(100);
    expect(written).toEqual(["\r\u001b[K[1/3] File[/0]", "\r\u001b[K[3/3] File[/2]"]);
  });

  it("is not drawn where nobody looks", () => {
    const { line, written } = screen(false);
    vi.advanceTimersByTime(1500);
    line.show("Package[nginx]", 4, 20);
    expect(written).toEqual([]);
  });
});
