/**
 * A server for test suites that others wrote: a JSON request per line on standard input, an answer per line on standard
 * output. Requests with an `op` come from a suite of the language itself, the others from suites of modules. Every
 * request stands alone.
 */
import { createInterface } from "node:readline";
import { readJson } from "../../src/formats/json/read-json.ts";
import { toJson } from "../../src/formats/json/write-json.ts";
import { Hash } from "../../src/values/hash.ts";
import { answerLanguage } from "./language-protocol.ts";
import { answerModules } from "./modules-protocol.ts";

// npm runs scripts in the package's directory; relative paths in requests are meant from where the server was asked for.
process.chdir(process.env.INIT_CWD ?? ".");

for await (const line of createInterface({ input: process.stdin })) {
  const request = readJson(line);
  if (!(request instanceof Hash)) throw new TypeError(`not a request: ${line}`);
  const answer = request.has("op") ? answerLanguage(request) : answerModules(request);
  process.stdout.write(`${toJson(Hash.of({ id: request.get("id") ?? null }).merge(answer))}\n`);
}
