import { fail } from "../../diagnostics/failure.ts";
import { carriesSecret } from "../bundle-location.ts";
import type { BootPlan } from "./plan.ts";

/** Bytes of user-data that EC2 takes, before base64. */
const EC2_LIMIT = 16_384;

/** Names of facts whose values are surely nobody's business. */
const SECRET_NAME = /passw|secret|token|private|credential|api_?key/i;

const WHY = "every process on the machine and everybody who may describe it in the cloud can read user-data";

/** Refuse to put a secret in user-data. */
export function refuseSecrets({ settings, executable }: BootPlan): void {
  for (const [name, written] of settings) {
    const value = String(written);
    if (name === "bundle" && carriesSecret(value)) refuse("The bundle's URL has a key in it", SIGNED);
    if (name === "private-key" && /^command:.*(passw|token|secret)[\w-]*[= ]['"]?\w{12}/i.test(value))
      refuse("The command for the private key has a secret in it");
    if (name === "fact" && SECRET_NAME.test(value.split("=")[0] ?? "")) {
      refuse(`The fact ${value.split("=")[0]} is a secret by its name`, "Encrypt it in the site's data.");
    }
  }
  if (executable && carriesSecret(executable.url)) refuse("The program's URL has a key in it", SIGNED);
}

const SIGNED = "Let the instance's role or its network give access instead of a signed link.";

/** Refuse user-data that a cloud would not take, or that has a private key in it; gives it back otherwise. */
export function fitting(userData: string): string {
  if (/PRIVATE KEY/.test(userData)) refuse("There is a private key in the user-data");
  const bytes = Buffer.byteLength(userData);
  if (bytes > EC2_LIMIT) {
    fail("USER_DATA_TOO_LARGE", `The user-data has ${bytes} bytes, and EC2 takes ${EC2_LIMIT}`);
  }
  return userData;
}

function refuse(what: string, hint?: string): never {
  return fail("USER_DATA_SECRET", `${what}, and is refused: ${WHY}`, hint);
}
