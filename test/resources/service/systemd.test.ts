import { describe, expect, it } from "vitest";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { type Script, scriptedMachine } from "../scripted-machine.ts";
import { type Told, tell } from "../told.ts";

/** A unit as `systemctl show` tells of it. */
function unit(active: string, file: string, { load = "loaded", reload = "no" } = {}): Script {
  const show = "systemctl show --property=ActiveState,UnitFileState,LoadState,NeedDaemonReload -- x";
  const output = `ActiveState=${active}\nUnitFileState=${file}\nLoadState=${load}\nNeedDaemonReload=${reload}\n`;
  return { commands: { [show]: output } };
}

const rows: Told[] = [
  {
    about: "is started",
    resource: { ensure: "running" },
    on: unit("inactive", "enabled"),
    does: ["/usr/bin/systemctl start -- x"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "is started and enabled in one go",
    resource: { ensure: true, enable: true },
    on: unit("failed", "disabled"),
    does: ["/usr/bin/systemctl start -- x", "/usr/bin/systemctl enable -- x"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "runs",
    resource: { ensure: "running", enable: true },
    on: unit("active", "enabled"),
    does: [],
    says: [],
  },
  {
    about: "is stopped and disabled",
    resource: { ensure: "stopped", enable: false },
    on: unit("active", "enabled"),
    does: ["/usr/bin/systemctl stop -- x", "/usr/bin/systemctl disable -- x"],
    says: ["Service[x]/ensure: ensure changed 'running' to 'stopped'"],
  },
  {
    about: "is enabled alone",
    resource: { enable: true },
    on: unit("inactive", "masked"),
    does: ["/usr/bin/systemctl unmask -- x", "/usr/bin/systemctl enable -- x"],
    says: ["Service[x]/enable: enable changed 'false' to 'true'"],
  },
  {
    about: "is masked",
    resource: { enable: "mask" },
    on: unit("inactive", "enabled"),
    does: ["/usr/bin/systemctl disable -- x", "/usr/bin/systemctl mask -- x"],
    says: ["Service[x]/enable: enable changed 'true' to 'mask'"],
  },
  { about: "stays masked", resource: { enable: "mask" }, on: unit("inactive", "masked"), does: [], says: [] },
  {
    about: "is static, and cannot be enabled",
    resource: { enable: false },
    on: unit("active", "static"),
    does: [],
    says: [],
  },
  {
    about: "is started after its unit file has changed",
    resource: { ensure: "running" },
    on: unit("inactive", "enabled", { reload: "yes" }),
    does: ["/usr/bin/systemctl daemon-reload", "/usr/bin/systemctl start -- x"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "is started by its own command",
    resource: { ensure: "running", start: "run x", status: "false" },
    on: { commands: { ...unit("active", "enabled").commands, "/bin/sh -c false": [1, ""] } },
    does: ["/bin/sh -c run x"],
    says: ["Service[x]/ensure: ensure changed 'stopped' to 'running'"],
  },
  {
    about: "fails to start, and its journal says why",
    resource: { ensure: "running" },
    on: {
      commands: {
        ...unit("inactive", "enabled").commands,
        "/usr/bin/systemctl start -- x": [1, "Job failed"],
        "journalctl -n 50 --since 5 minutes ago -u x --no-pager": "x: no configuration\n",
      },
    },
    does: ["/usr/bin/systemctl start -- x", "journalctl -n 50 --since 5 minutes ago -u x --no-pager"],
    says: [
      "Error: Systemd start for x failed!\njournalctl log for x:\nx: no configuration",
      "Error: /Stage[main]/Main/Service[x]/ensure: change from 'stopped' to 'running' failed: Systemd start for x failed!\njournalctl log for x:\nx: no configuration",
    ],
  },
  {
    about: "with an init script alone is asked of systemctl",
    resource: { enable: true },
    on: {
      commands: { ...unit("active", "generated").commands, "systemctl is-enabled -- x": [1, "disabled\n"] },
    },
    does: ["/usr/bin/systemctl enable -- x"],
    says: ["Service[x]/enable: enable changed 'false' to 'true'"],
  },
];

const booted = { exists: (path: string) => path === "/run/systemd/system" };

describe("a service of systemd", () =>
  tell("Service", booted, rows, /systemctl (show|is-enabled)|-c false$/));

describe("a refresh", () => {
  const refreshed = async (on: Script, parameters = {}) => {
    const rows = [
      { type: "Notify", title: "n" },
      { type: "Service", title: "x", parameters },
    ];
    const machine = scriptedMachine(on);
    const host = { fact: () => undefined, command: (name: string) => name, ...booted };
    const { lines } = await applied(catalogOf(rows, ["Notify[n] ~> Service[x]"]), machine, { host });
    return { ran: machine.ran.filter((command) => !command.includes(" show ")), lines };
  };

  it("restarts what runs", async () => {
    const { ran, lines } = await refreshed(unit("active", "enabled", { reload: "yes" }));
    expect(ran).toEqual(["/usr/bin/systemctl daemon-reload", "/usr/bin/systemctl restart -- x"]);
    expect(lines.at(-1)).toBe("Notice: /Stage[main]/Main/Service[x]: Triggered 'refresh' from 1 event");
  });

  it("leaves alone what does not run", async () => {
    expect((await refreshed(unit("inactive", "enabled"))).ran).toEqual([]);
  });

  it("uses the resource's own command", async () => {
    expect((await refreshed(unit("active", "enabled"), { restart: "reload x" })).ran).toEqual([
      "/bin/sh -c reload x",
    ]);
  });

  it("is not needed by what has just been started", async () => {
    const { ran } = await refreshed(unit("inactive", "enabled"), { ensure: "running" });
    expect(ran).toEqual(["/usr/bin/systemctl start -- x"]);
  });
});
