import { describe, expect, it } from "vitest";
import { Failure } from "../../src/nostrings.ts";
import { rubyEvaluator } from "./harness.ts";

const { ruby, notices, runtime } = rubyEvaluator();

describe("Ruby within the program", () => {
  it("is not started by what does not need it", () => {
    expect(runtime.started).toBe(false);
    expect(notices("notice(1 + 1)")).toEqual(["2"]);
    expect(runtime.started).toBe(false);
  });

  it.each([
    ["1 + 1", 2n],
    ["2**62", 4611686018427387904n],
    ["1.0", 1],
    ["nil", null],
    [":undef", null],
    ["'é' * 2", "éé"],
    ["{ 'b' => 1, 'a' => [true, nil] }.inspect", '{"b"=>1, "a"=>[true, nil]}'],
    ["`echo hi; exit 3` + $?.exitstatus.to_s", "hi\n3"],
    ["system('true').inspect + system('false').inspect + system('no-such-command').inspect", "truefalsenil"],
    ["Open3.capture3('cat; echo err >&2; exit 2', stdin_data: 'in')[0..1].inspect", '["in", "err\\n"]'],
    ["IO.popen(['cat', '-'], 'r+') { |io| io.write('x'); io.close_write; io.read }", "x"],
    [
      "begin; Timeout.timeout(0.2) { `sleep 5` }; rescue Timeout::Error => e; e.message; end",
      "execution expired",
    ],
    [
      "begin; Timeout.timeout(0.1) { sleep 5 }; rescue Timeout::Error => e; e.message; end",
      "execution expired",
    ],
    ["File.stat('/etc/passwd').mode.to_s(8)", "100644"],
    ["File.executable?('/bin/sh')", true],
    ["Etc.getpwuid(0).name", "root"],
    ["Etc.getgrnam('root').gid", 0n],
    ["Dir.exist?('/usr/bin') && File.exists?('/usr/bin/env')", true],
    [
      "Tempfile.create('x') { |f| f.write('abc'); f.flush; File.chmod(0640, f.path); [File.read(f.path), File.stat(f.path).mode & 0777].join(' ') }",
      "abc 416",
    ],
    ["require 'ipaddr'; IPAddr.new('10.1.2.3/8').to_s", "10.0.0.0"],
    ["require 'openssl'; OpenSSL::Digest::SHA256.hexdigest('x')[0, 8]", "2d711642"],
    ["[1, 2, 3].each_slice(2).map(&:sum).inspect", "[3, 3]"],
    ["Fiber.new { Fiber.yield 1; 2 }.resume", 1n],
    ["Thread.new { 5 }.value", 5n],
    ["RUBY_VERSION[0, 3]", "3.2"],
  ])("%s", (code, value) => {
    expect(ruby(code)).toEqual(value);
  });

  it.each([
    ["raise ArgumentError, 'no'", "no"],
    ["exit 3", "Ruby code called exit (status 3)"],
    ["abort", "Ruby code called exit (status 1)"],
    ["exit!", "Ruby code ended its process (exit!, status 1)"],
    ["def deep(n) deep(n + 1) end; deep(1)", "stack level too deep"],
    ["h = Hash.new { |a, b| a[b] }; h[1]", "stack level too deep"],
    ["'x' * (1 << 40)", "bignum too big to convert into `long'"],
    [
      "s = 'x' * 100_000_000; Array.new(20) { s + 'y' }",
      "Ruby code asked for more memory than it may have (1 GiB)",
    ],
    ["require 'no/such/library'", "cannot load such file -- no/such/library"],
    ["fork { 1 }", "fork() is not there: Ruby code runs inside of nostrings. Start a command instead"],
    [
      "require 'socket'; TCPSocket.new('127.0.0.1', 1)",
      expect.stringMatching(/^TCPSocket.new: Ruby code in nostrings cannot open sockets/),
    ],
    ["Puppet::Nope", expect.stringMatching(/^Puppet::Nope is not among what nostrings offers to Ruby code/)],
    ["File.write('/etc/nostrings-test', 'x')", "Read-only file system @ rb_sysopen - /etc/nostrings-test"],
    ["File.chmod(0777, '/etc/hostname')", "Read-only file system - /etc/hostname"],
    ["FileUtils.rm('/etc/nostrings-test')", expect.stringMatching(/^Read-only file system/)],
    [
      "Dir.mktmpdir { |d| File.symlink('/etc/nostrings-test', d + '/l'); File.write(d + '/l', 'x') }",
      expect.stringMatching(/^Read-only file system/),
    ],
    ["1 +", expect.stringMatching(/syntax error/)],
  ])("%s fails in words, and the next call works", (code, message) => {
    expect(failureOf(code)).toEqual(message);
    expect(ruby("1")).toBe(1n);
  });
});

function failureOf(code: string): string {
  try {
    return `no failure, but ${String(ruby(code))}`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.issue.message;
  }
}
