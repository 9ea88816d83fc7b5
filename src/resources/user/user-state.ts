import type { Machine } from "../../machine/machine.ts";
import type { AccountFiles, ShadowEntry } from "../account-files.ts";

/** A user as the account files have it, and what a change of it depends on. */
export interface FoundUser {
  readonly ensure: "present" | "absent";
  readonly home?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly comment?: string;
  readonly shell?: string;
  readonly password?: string;
  readonly password_min_age?: number;
  readonly password_max_age?: number;
  readonly password_warn_days?: number;
  readonly groups?: readonly string[];
  readonly expiry?: string;
  /** Whether the tools of libuser are to be used: asked for and there. */
  readonly local: boolean;
  /** Why the wanted shell will not do. */
  readonly shellTrouble: string | undefined;
  /** There is a group of the user's name already. */
  readonly ownGroup: boolean;
}

const SECONDS_PER_DAY = 86_400;

/** Why a shell cannot be anybody's; undefined when it can. */
export function shellTrouble(shell: string, machine: Machine): string | undefined {
  if (machine.stat(shell) === undefined) return `Shell ${shell} must exist`;
  return machine.executable(shell) ? undefined : `Shell ${shell} must be executable`;
}

/** What /etc/shadow says; without the right to read it, only that nothing is known of an expiry. */
export function aging(files: AccountFiles, name: string): Partial<FoundUser> {
  const shadow = files.shadow(name);
  if (shadow === undefined) return { expiry: "absent" };
  return {
    password: shadow.password,
    password_min_age: shadow.minAge ?? -1,
    password_max_age: shadow.maxAge ?? -1,
    password_warn_days: shadow.warnDays ?? -1,
    expiry: expiryDay(shadow),
  };
}

function expiryDay({ expiry }: ShadowEntry): string {
  if (expiry === undefined || expiry < 0) return "absent";
  return new Date(expiry * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
}
