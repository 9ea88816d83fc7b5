import { readFileSync } from "node:fs";
import { fail } from "../diagnostics/failure.ts";

/** Which instance this machine is, and the file that says so. */
export interface Instance {
  readonly id: string;
  readonly from: string;
}

/** Where an instance is named, the most telling first: cloud-init's answer, then the machine's own. */
const NAMED_IN = [
  "/var/lib/cloud/data/instance-id",
  "/run/cloud-init/.instance-id",
  "/run/cloud-init/instance-data.json",
  "/etc/machine-id",
];

/** The instance of a machine whose files are read by `read`; a cloud's new instance has a new one. */
export function instanceOf(read: (path: string) => string | undefined = contentOf): Instance {
  for (const from of NAMED_IN) {
    const id = named(from, read(from));
    if (id !== undefined) return { id, from };
  }
  return fail(
    "NO_INSTANCE",
    `Nothing says which instance this machine is: none of ${NAMED_IN.join(", ")} does`,
    "systemd-machine-id-setup gives a machine its machine-id.",
  );
}

/** Images are baked with an empty machine-id or the word `uninitialized` (machine-id(5)). */
function named(path: string, content: string | undefined): string | undefined {
  const text = path.endsWith(".json") ? instanceData(content) : content?.trim();
  return text === "" || text === "uninitialized" ? undefined : text;
}

function instanceData(content: string | undefined): string | undefined {
  try {
    const data = JSON.parse(content ?? "null") as { v1?: { instance_id?: string } } | null;
    return data?.v1?.instance_id;
  } catch {
    return undefined;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
