import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../../diagnostics/failure.ts";
import { parseYaml } from "../../formats/yaml/parse-yaml.ts";
import { readYaml } from "../../formats/yaml/read-yaml.ts";
import { YamlProblem } from "../../formats/yaml/yaml-problem.ts";
import { Hash } from "../../values/hash.ts";
import type { Value } from "../../values/value.ts";
import { yamlProblemWords } from "../backends/yaml-data.ts";
import type { Invocation } from "../invocation.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import { type ConfigSource, configPlace } from "./config-source.ts";
import type { HieraConfig } from "./hiera-config.ts";
import { HieraConfigV3 } from "./v3.ts";
import { HieraConfigV4 } from "./v4.ts";
import { DEFAULT_VERSION_5, HieraConfigV5 } from "./v5.ts";

/** The configuration of a layer: its hiera.yaml, checked, or Puppet's default when the file does not exist. */
export function readConfig(path: string, layer: ConfiguredLayer, invocation: Invocation): HieraConfig {
  const source = sourceOf(path, invocation);
  const contents = source.contents instanceof Hash ? source.contents : Hash.empty;
  const version = versionOf(contents.get("version"));
  if (version === 5) return new HieraConfigV5(source, layer);
  if (version === 4) return new HieraConfigV4(source, layer, invocation);
  if (version === 3) return new HieraConfigV3(source, layer, invocation);
  throw new Failure({
    code: "HIERA_UNSUPPORTED_VERSION",
    severity: "error",
    message: `This runtime does not support hiera.yaml version ${version}`,
    place: configPlace(source, ["version"]),
    told: "file",
  });
}

function sourceOf(path: string, invocation: Invocation): ConfigSource {
  const root = dirname(path);
  if (!existsSync(path)) return { path: undefined, root, contents: DEFAULT_VERSION_5, text: noText };
  return invocation.layers.files.data(path, "config", (content) => {
    const contents = contentsOf(content, path);
    if (contents instanceof Hash) return { path, root, contents, text: () => parseYaml(content) };
    invocation.layers.warn(
      `${path}: File exists but does not contain a valid YAML hash. Falling back to Hiera version 3 default config`,
    );
    return { path, root, contents: Hash.empty, text: noText };
  });
}

function noText(): undefined {
  return undefined;
}

function contentsOf(content: string, path: string): Value {
  try {
    return readYaml(content);
  } catch (error) {
    throw error instanceof YamlProblem ? configFailure(error, path) : error;
  }
}

function configFailure(problem: YamlProblem, path: string): Failure {
  const { line, column } = problem;
  const message = yamlProblemWords(problem, path);
  return new Failure({ code: "YAML_ERROR", severity: "error", message, place: { file: path, line, column } });
}

function versionOf(value: Value | undefined): number {
  if (value === undefined || value === null) return 3;
  return Number.parseInt(String(value), 10) || 0;
}
