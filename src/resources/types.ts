import { anchor, place } from "./anchor/anchor.ts";
import type { ResourceType } from "./define.ts";
import { exec } from "./exec/exec.ts";
import { posix, shell } from "./exec/posix.ts";
import { file } from "./file/file.ts";
import { posix as posixFile } from "./file/posix.ts";
import { group } from "./group/group.ts";
import { groupadd } from "./group/groupadd.ts";
import { logged, notify as notifyType } from "./notify/notify.ts";
import { apt } from "./package/apt.ts";
import { dpkg } from "./package/dpkg.ts";
import { packageType } from "./package/package.ts";
import { byHand } from "./service/by-hand.ts";
import { debian } from "./service/debian.ts";
import { image } from "./service/image.ts";
import { init } from "./service/init.ts";
import { service } from "./service/service.ts";
import { systemd } from "./service/systemd.ts";
import { user } from "./user/user.ts";
import { useradd } from "./user/useradd.ts";

/** Every resource type with its providers, by its lower-case name. */
const TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    notifyType.with(logged),
    anchor.with(place),
    exec.with(posix, shell),
    file.with(posixFile),
    packageType.with(apt, dpkg),
    service.with(image, systemd, debian, init, byHand),
    group.with(groupadd),
    user.with(useradd),
  ].map((type) => [type.name, type]),
);

/** A built-in resource type by its name in any case. */
export function findType(name: string): ResourceType | undefined {
  return TYPES.get(name.toLowerCase());
}

/** The names of all resource types. */
export function typeNames(): Iterable<string> {
  return TYPES.keys();
}
