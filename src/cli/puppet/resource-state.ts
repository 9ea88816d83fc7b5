import type { Machine } from "../../machine/machine.ts";
import type { AnyProvider, AnyWanted, ResourceType } from "../../resources/define.ts";
import type { Host } from "../../resources/host.ts";
import type { Surroundings } from "../../resources/surroundings.ts";
import { instances } from "./resource-instances.ts";

/** A resource as it is on the machine: what `puppet resource` prints of it. */
export class ResourceState {
  readonly title: string;
  readonly attributes: ReadonlyMap<string, unknown>;

  constructor(title: string, attributes: Iterable<readonly [string, unknown]>) {
    this.title = title;
    const shown = [...attributes].filter(([name, value]) => isSomething(name, value));
    this.attributes = new Map(shown.sort(([a], [b]) => rank(a).localeCompare(rank(b), "en")));
  }

  /** With what it is, the named attributes, the provider and the file it is in only. */
  only(names: readonly string[]): ResourceState {
    const kept = new Set(["ensure", "provider", "target", ...names]);
    return new ResourceState(
      this.title,
      [...this.attributes].filter(([name]) => kept.has(name)),
    );
  }
}

/** What stands on the machine, and who may look. */
export interface Ground {
  readonly machine: Machine;
  readonly host: Host;
}

/** Attributes that each type's listing has, besides ensure and the provider. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  user: [
    ...["comment", "expiry", "gid", "groups", "home", "password", "password_max_age", "password_min_age"],
    ...["password_warn_days", "shell", "uid"],
  ],
  group: ["gid"],
  package: ["mark"],
  service: ["enable"],
};

/** Look at one resource, or (without a title) at all of a type. */
export async function statesOf(
  type: ResourceType,
  title: string | undefined,
  ground: Ground,
): Promise<readonly ResourceState[]> {
  const provider =
    SHOWN[type.name] === undefined && type.name !== "file" ? usualProvider(type, ground.host) : undefined;
  if (provider?.instances !== undefined) return listed(provider, title, ground.machine);
  const titles = title === undefined ? await instances(type.name, ground.machine) : [title];
  return Promise.all(titles.map(async (name) => stateOf(type, name, ground)));
}

/** Resources that are listed with all their states. */
async function listed(
  provider: AnyProvider,
  title: string | undefined,
  machine: Machine,
): Promise<readonly ResourceState[]> {
  const all = (await provider.instances!(machine)).map(
    ({ name, state }) => new ResourceState(name, [...Object.entries(state), ["provider", provider.name]]),
  );
  if (title === undefined) return all.sort((a, b) => (a.title < b.title ? -1 : 1));
  const one = all.find((state) => state.title === title);
  return [
    one ??
      new ResourceState(title, [
        ["ensure", "absent"],
        ["provider", provider.name],
      ]),
  ];
}

/** Look at one resource. */
async function stateOf(type: ResourceType, title: string, ground: Ground): Promise<ResourceState> {
  if (type.name === "file") return fileState(title, ground.machine);
  const shown = SHOWN[type.name];
  if (shown === undefined) throw new Error(`Resources of type ${type.name} cannot be listed`);
  const provider = usualProvider(type, ground.host);
  const found = await provider.read(asked(type.name, title), ground.machine, AROUND);
  const isGone = found.ensure === "absent" || found.ensure === "purged";
  const listed = isGone ? [] : shown.map((name): [string, unknown] => [name, found[name]]);
  return new ResourceState(title, [["ensure", found.ensure], ...listed, ["provider", provider.name]]);
}

function usualProvider(type: ResourceType, host: Host): AnyProvider {
  const suitable = type.providers.filter((one) => one.suits?.(host) ?? true);
  const provider = suitable.find((one) => one.usual?.(host)) ?? suitable[0];
  if (provider === undefined) throw new Error(`Could not find a suitable provider for ${type.name}`);
  return provider;
}

/** Services tell whether they start at boot only when they are asked. */
function asked(type: string, title: string): AnyWanted {
  const named = { title, name: title, provider: undefined, forcelocal: false, hasstatus: true };
  return type === "service" ? { ...named, enable: "true" } : named;
}

function fileState(path: string, machine: Machine): ResourceState {
  const stat = machine.lstat(path);
  const provider = ["provider", "posix"] as const;
  if (stat === undefined) return new ResourceState(path, [["ensure", "absent"], provider]);
  const { kind, uid, gid, mode, mtime, ctime } = stat;
  return new ResourceState(path, [
    ["ensure", kind],
    ["content", kind === "file" ? `{sha256}${machine.digest(path, "sha256")}` : undefined],
    ["ctime", timeText(ctime)],
    ["group", gid],
    ["mode", mode.toString(8).padStart(4, "0")],
    ["mtime", timeText(mtime)],
    ["owner", uid],
    provider,
    ["target", kind === "link" ? machine.readlink(path) : undefined],
    ["type", kind],
  ]);
}

/** As Ruby shows a time, in UTC. */
function timeText(milliseconds: number): string {
  const [date, time] = new Date(milliseconds).toISOString().split("T") as [string, string];
  return `${date} ${time.slice(0, 8)} +0000`;
}

function isSomething(name: string, value: unknown): boolean {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return false;
  return value !== "absent" || name === "ensure";
}

function rank(name: string): string {
  return name === "ensure" ? "" : name;
}

const AROUND: Surroundings = {
  noop: true,
  refreshing: false,
  secret: new Set(),
  survey: undefined,
  say: () => {},
  cut: undefined,
  goOn: () => {},
  warnOnce: () => {},
  showDiff: false,
  diff: [],
  modulePath: () => undefined,
  has: () => false,
  environment: "production",
  parameters: new Map(),
};
