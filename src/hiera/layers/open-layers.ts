import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import type { Environment } from "../../modules/environment.ts";
import { readRegularText } from "../../source/read-file.ts";
import { Hash } from "../../values/hash.ts";
import type { HieraConfig } from "../config/hiera-config.ts";
import { HieraConfigV5 } from "../config/v5.ts";
import type { Invocation } from "../invocation.ts";
import { EnvironmentLayer, ModuleLayer } from "./inner-layers.ts";
import type { ConfiguredLayer } from "./layer.ts";

const FILE = "hiera.yaml";

/** The layer of an environment; undefined when it has no hiera.yaml (and none of the old ways to have data). */
export function openEnvironmentLayer(
  environment: Environment,
  invocation: Invocation,
): ConfiguredLayer | undefined {
  const root = environment.path;
  if (root === undefined) return undefined;
  const layer = new EnvironmentLayer(join(root, FILE));
  const usable = usableConfig(layer, "environment", invocation);
  const provider = environmentDataProvider(root);
  if (provider === undefined) return usable && layer;
  const place = { file: join(root, "environment.conf") };
  const setting = `Defining environment_data_provider='${provider}' in environment.conf is deprecated`;
  if (usable && usable.version >= 5) {
    invocation.layers.deprecated(setting, place);
    return layer;
  }
  invocation.layers.deprecated(
    usable ? `${setting}.` : `${setting}. A 'hiera.yaml' file should be used instead`,
    place,
  );
  if (!["none", "hiera", "function"].includes(provider)) {
    fail(
      "HIERA_PROVIDER",
      `Environment '${environment.name}', cannot find environment_data_provider '${provider}'`,
    );
  }
  return oldProvider(layer, provider, root, "environment::data", invocation);
}

/** The layer of a module; undefined when it has no data. */
export function openModuleLayer(
  environment: Environment,
  name: string,
  invocation: Invocation,
): ModuleLayer | undefined {
  const module = environment.module(name);
  if (!module) return undefined;
  const layer = new ModuleLayer(module.hieraConfig ?? join(module.path, FILE), name);
  const usable = usableConfig(layer, "module", invocation);
  const provider = module.metadata?.data_provider;
  if (typeof provider !== "string") return usable && layer;
  const place = { file: join(module.path, "metadata.json") };
  const setting = `Defining "data_provider": "${provider}" in metadata.json is deprecated.`;
  if (usable && usable.version >= 5) {
    invocation.layers.deprecated(
      `${setting} It is ignored since a 'hiera.yaml' with version >= 5 is present`,
      place,
    );
    return layer;
  }
  invocation.layers.deprecated(
    usable ? setting : `${setting} A 'hiera.yaml' file should be used instead`,
    place,
  );
  if (!["none", "hiera", "function"].includes(provider)) {
    fail(
      "HIERA_PROVIDER",
      `Environment '${environment.name}', cannot find module_data_provider '${provider}'`,
    );
  }
  return oldProvider(layer, provider, module.path, `${name}::data`, invocation);
}

/** The layer's configuration unless it has none, or one of version 3, which is passed over. */
function usableConfig(
  layer: ConfiguredLayer,
  where: "environment" | "module",
  invocation: Invocation,
): HieraConfig | undefined {
  if (!layer.hasFile) return undefined;
  const config = layer.config(invocation);
  if (config.version > 3) return config;
  if (invocation.layers.strict === "error") {
    const article = where === "environment" ? "an environment" : "a module";
    config.fail("HIERA_VERSION_3_NOT_GLOBAL", `hiera.yaml version 3 cannot be used in ${article}`);
  }
  const place = where === "environment" ? "the environment root" : "module root";
  invocation.layers.warnOnce(`hiera.yaml version 3 found at ${place} was ignored`, {
    file: config.source.path,
  });
  return undefined;
}

function oldProvider<T extends ConfiguredLayer>(
  layer: T,
  provider: string,
  root: string,
  functionName: string,
  invocation: Invocation,
): T | undefined {
  if (provider === "none") return undefined;
  if (provider === "hiera") return layer;
  invocation.layers.deprecated(
    `Using of legacy data provider function '${functionName}'. Please convert to a 'data_hash' function`,
  );
  const entry = Hash.of({ name: `Legacy function '${functionName}'`, v4_data_hash: functionName });
  const contents = Hash.from([
    ["version", 5n],
    ["hierarchy", [entry]],
  ]);
  layer.configure(new HieraConfigV5({ path: undefined, root, contents, text: () => undefined }, layer));
  return layer;
}

function environmentDataProvider(root: string): string | undefined {
  const file = join(root, "environment.conf");
  if (!existsSync(file)) return undefined;
  const setting = /^\s*environment_data_provider\s*=\s*(['"]?)(\S+?)\1\s*$/m;
  return setting.exec(readRegularText(file))?.[2];
}
