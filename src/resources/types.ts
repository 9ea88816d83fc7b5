import { anchor, place } from "./anchor/anchor.ts";
import { cron } from "./cron/cron.ts";
import { crontab } from "./cron/crontab.ts";
import type { ResourceType } from "./define.ts";
import { exec } from "./exec/exec.ts";
import { posix, shell } from "./exec/posix.ts";
import { file } from "./file/file.ts";
import { posix as posixFile } from "./file/posix.ts";
import { group } from "./group/group.ts";
import { groupadd } from "./group/groupadd.ts";
import { host } from "./host/host.ts";
import { hostsFile } from "./host/hosts-file.ts";
import { aliasesFile } from "./mailalias/aliases-file.ts";
import { mailalias } from "./mailalias/mailalias.ts";
import { mount } from "./mount/mount.ts";
import { parsed } from "./mount/parsed.ts";
import { logged, notify as notifyType } from "./notify/notify.ts";
import { apt } from "./package/apt.ts";
import { dpkg } from "./package/dpkg.ts";
import { packageType } from "./package/package.ts";
import { purge } from "./resources/purge.ts";
import { resources } from "./resources/resources.ts";
import { byHand } from "./service/by-hand.ts";
import { debian } from "./service/debian.ts";
import { image } from "./service/image.ts";
import { init } from "./service/init.ts";
import { service } from "./service/service.ts";
import { systemd } from "./service/systemd.ts";
import { authorizedKeys } from "./ssh_authorized_key/authorized-keys.ts";
import { sshAuthorizedKey } from "./ssh_authorized_key/ssh-authorized-key.ts";
import { knownHosts } from "./sshkey/known-hosts.ts";
import { sshkey } from "./sshkey/sshkey.ts";
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
    cron.with(crontab),
    resources.with(purge),
    host.with(hostsFile),
    mount.with(parsed),
    mailalias.with(aliasesFile),
    sshkey.with(knownHosts),
    sshAuthorizedKey.with(authorizedKeys),
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
