import { readJson } from "../../formats/json/read-json.ts";
import { Hash } from "../../values/hash.ts";
import { type Host, perHost } from "../host.ts";
import { overlaid } from "../overlay.ts";
import type { Plain } from "../plain.ts";
import { queried } from "../query.ts";

const LINK_LOCAL = "http://169.254.169.254";
const TOKEN_SECONDS = "100";
/** Metadata services answer in a few dozen entries; a service that never ends must not hold the machine up. */
const MOST_REQUESTS = 500;

type Tree = { [name: string]: Plain };

/** What the EC2 metadata service tells, without the credentials; `userdata` is the text the instance was started with. */
export const ec2 = perHost((host: Host): { metadata: Tree; userdata: string } => {
  const [token] = host.http([
    {
      method: "PUT",
      url: `${LINK_LOCAL}/latest/api/token`,
      headers: { "X-aws-ec2-metadata-token-ttl-seconds": TOKEN_SECONDS },
    },
  ]);
  const headers: Record<string, string> = token ? { "X-aws-ec2-metadata-token": token } : {};
  const ask = (paths: readonly string[]): readonly (string | undefined)[] =>
    host.http(paths.map((path) => ({ method: "GET", url: `${LINK_LOCAL}/latest/${path}`, headers })));
  const metadata = ec2Tree(ask);
  const userdata = Object.keys(metadata).length === 0 ? "" : (ask(["user-data/"])[0] ?? "").trim();
  return { metadata, userdata };
});

/** Something that the EC2 service has at a path, and where it goes; names of folders end with a slash. */
interface Entry {
  readonly path: string;
  readonly name: string;
  readonly into: Tree;
}

/** Level by level, so that everything of a level is asked for together. */
function ec2Tree(ask: (paths: readonly string[]) => readonly (string | undefined)[]): Tree {
  const top: Tree = {};
  let level: Entry[] = [{ path: "meta-data/", name: "metadata/", into: top }];
  for (let left = MOST_REQUESTS; level.length > 0 && left > 0; ) {
    const now = level.slice(0, left);
    left -= now.length;
    const texts = ask(now.map(({ path }) => path));
    level = now.flatMap((entry, at) => settled(entry, texts[at] ?? ""));
  }
  return top.metadata as Tree;
}

/** Put what was answered where it goes; of a folder, what is in it. */
function settled({ path, name, into }: Entry, text: string): Entry[] {
  if (!name.endsWith("/")) {
    into[name] = text.trim();
    return [];
  }
  const tree: Tree = {};
  into[name.slice(0, -1)] = tree;
  const names = text.split("\n").map((line) => line.trim().replace(/^(\d+)=.*$/, "$1/"));
  const entries = names
    .filter((each) => each !== "" && each !== "security-credentials/")
    .map((each) => ({ path: `${path}${each}`, name: each, into: tree }));
  // The order is that of the list, whatever is answered first.
  for (const entry of entries) tree[entry.name.replace(/\/$/, "")] = "";
  return entries;
}

/** What the Azure metadata service tells. */
export const azure = perHost((host: Host): Hash | undefined => {
  const url = `${LINK_LOCAL}/metadata/instance?api-version=2020-09-01`;
  return parsed(host.http([{ method: "GET", url, headers: { Metadata: "true" } }])[0]);
});

const LONG_NAMES = ["image", "machineType", "zone"].map((name) => ["instance", name]);
const FIRST_NETWORK = ["instance", "networkInterfaces", "0", "network"];

/** What the Google metadata service tells; long names are cut to their last part. */
export const google = perHost((host: Host): Hash | undefined => {
  const url = "http://metadata.google.internal/computeMetadata/v1/?recursive=true&alt=json";
  const headers = { "Metadata-Flavor": "Google", Accept: "application/json" };
  const metadata = parsed(host.http([{ method: "GET", url, headers }])[0]);
  if (!metadata) return undefined;
  const shortened = [...LONG_NAMES, FIRST_NETWORK].flatMap((path): [string[], string][] => {
    const name = queried(metadata, path.join("."));
    return typeof name === "string" ? [[path, name.split("/").at(-1) ?? name]] : [];
  });
  return overlaid(metadata, shortened) as Hash;
});

function parsed(body: string | undefined): Hash | undefined {
  if (!body) return undefined;
  const data = readJson(body);
  return data instanceof Hash && data.size > 0 ? data : undefined;
}
