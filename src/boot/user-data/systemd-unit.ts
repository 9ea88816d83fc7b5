import { CONFIG_FILE, type Setting } from "../config-file.ts";
import { type BootPlan, PROGRAM } from "./plan.ts";

/**
 * The unit that runs `boot`: after the network and after cloud-init knows the instance, before apt's daily work, which
 * would hold the locks. Not after cloud-init's last stage: that one starts it and waits for it.
 */
export function systemdUnit(plan: BootPlan, bakedIn: boolean): string {
  return `[Unit]
Description=Configure this machine from its bundle, once per instance
Wants=network-online.target
After=network-online.target nss-lookup.target time-sync.target cloud-init.service
Before=apt-daily.service apt-daily-upgrade.service
${bakedIn ? "" : `ConditionPathExists=${CONFIG_FILE}\n`}
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${bakedIn ? bakedCommand(plan) : `${PROGRAM} boot --config=${CONFIG_FILE}`}
SuccessExitStatus=2
${keys(plan)}TimeoutStartSec=infinity
TimeoutStopSec=10min
KillMode=mixed

[Install]
WantedBy=multi-user.target
`;
}

function keys({ credentials, environmentFile }: BootPlan): string {
  const lines = credentials.map((credential) => `LoadCredential=${specifierless(credential)}\n`);
  return (
    lines.join("") +
    (environmentFile === undefined ? "" : `EnvironmentFile=${specifierless(environmentFile)}\n`)
  );
}

function bakedCommand({ settings }: BootPlan): string {
  return [PROGRAM, "boot", ...settings.map(option)].join(" ");
}

function option([name, value]: Setting): string {
  if (typeof value === "string") return quoted(`--${name}=${value}`);
  return value ? `--${name}` : `--no-${name}`;
}

/** A text in which systemd finds no specifiers (systemd.unit(5)). */
function specifierless(text: string): string {
  return text.replaceAll("%", "%%");
}

/** A word of ExecStart= (see systemd.service(5), COMMAND LINES). */
function quoted(word: string): string {
  const escaped = specifierless(word).replaceAll("$", "$$$$");
  return /^[\w@%+=:,./-]+$/.test(escaped) ? escaped : `"${escaped.replace(/[\\"]/g, "\\$&")}"`;
}
