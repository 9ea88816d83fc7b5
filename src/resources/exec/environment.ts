import type { Surroundings } from "../surroundings.ts";

/** How warnings are told. */
export type Telling = Pick<Surroundings, "say" | "warnOnce">;

/** The variables a command gets beside those of this process; a later setting of one name wins, with a warning. */
export function environmentOf(
  {
    path,
    environment = [],
  }: { readonly path: readonly string[] | undefined; readonly environment: readonly string[] | undefined },
  { say, warnOnce }: Telling,
): Record<string, string> {
  const env: Record<string, string> = path === undefined ? {} : { PATH: path.join(":") };
  for (const setting of environment) {
    const match = /^(\w+)=([\s\S]*)$/.exec(setting);
    if (match === null) {
      say("warning", `Cannot understand environment setting ${JSON.stringify(setting)}`);
      continue;
    }
    const [, name = "", value = ""] = match;
    if (name in env) say("warning", `Overriding environment setting '${name}' with '${value}'`);
    if (value === "") warnOnce(`Empty environment setting '${name}'`, true);
    env[name] = value;
  }
  return env;
}
