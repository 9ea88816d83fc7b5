import { Hash } from "../../values/hash.ts";
import { parseJson } from "../../values/json.ts";
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
  const token = host.http({
    method: "PUT",
    url: `${LINK_LOCAL}/latest/api/token`,
    headers: { "X-aws-ec2-metadata-token-ttl-seconds": TOKEN_SECONDS },
  });
  let left = MOST_REQUESTS;
  const ask = (path: string): string => {
    left -= 1;
    if (left < 0) return "";
    const headers: Record<string, string> = token ? { "X-aws-ec2-metadata-token": token } : {};
    return host.http({ method: "GET", url: `${LINK_LOCAL}/latest/${path}`, headers }) ?? "";
  };
  const metadata = ec2Tree("meta-data/", ask);
  const userdata = Object.keys(metadata).length === 0 ? "" : ask("user-data/").trim();
  return { metadata, userdata };
});

function ec2Tree(path: string, ask: (path: string) => string): Tree {
  const tree: Tree = {};
  for (const line of ask(path)
    .split("\n")
    .map((text) => text.trim())) {
    const name = line.replace(/^(\d+)=.*$/, "$1/");
    if (name === "" || name === "security-credentials/") continue;
    if (name.endsWith("/")) tree[name.slice(0, -1)] = ec2Tree(`${path}${name}`, ask);
    else tree[name] = ask(`${path}${name}`).trim();
  }
  return tree;
}

/** What the Azure metadata service tells. */
export const azure = perHost((host: Host): Hash | undefined => {
  const url = `${LINK_LOCAL}/metadata/instance?api-version=2020-09-01`;
  return parsed(host.http({ method: "GET", url, headers: { Metadata: "true" } }));
});

const LONG_NAMES = ["image", "machineType", "zone"].map((name) => ["instance", name]);
const FIRST_NETWORK = ["instance", "networkInterfaces", "0", "network"];

/** What the Google metadata service tells; long names are cut to their last part. */
export const google = perHost((host: Host): Hash | undefined => {
  const url = "http://metadata.google.internal/computeMetadata/v1/?recursive=true&alt=json";
  const headers = { "Metadata-Flavor": "Google", Accept: "application/json" };
  const metadata = parsed(host.http({ method: "GET", url, headers }));
  if (!metadata) return undefined;
  const shortened = [...LONG_NAMES, FIRST_NETWORK].flatMap((path): [string[], string][] => {
    const name = queried(metadata, path.join("."));
    return typeof name === "string" ? [[path, name.split("/").at(-1) ?? name]] : [];
  });
  return overlaid(metadata, shortened) as Hash;
});

function parsed(body: string | undefined): Hash | undefined {
  if (!body) return undefined;
  const data = parseJson(body);
  return data instanceof Hash && data.size > 0 ? data : undefined;
}
