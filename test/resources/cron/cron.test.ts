import { describe, expect, it } from "vitest";
import { crontabFormat } from "../../../src/resources/cron/crontab-format.ts";
import { compose } from "../../../src/resources/records/entries.ts";
import type { Value } from "../../../src/values/value.ts";
import { applied, catalogOf } from "../../apply/catalog.ts";
import { MemoryMachine } from "../../machine/memory.ts";

interface CronCase {
  readonly about: string;
  readonly resources: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** Crontabs by user. */
  readonly before?: Readonly<Record<string, string>>;
  /** Those that are different after. */
  readonly after?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly again?: readonly string[];
}

const OWN =
  "# my own\nMAILTO=me\n5 5 * * *   /bin/mine  x\n@daily /bin/d\n# Puppet Name: named\n#inner\nA=b\n1,2 1 * * 1-5 /bin/named\nTAIL=1\n";

const cases: readonly CronCase[] = [
  {
    about: "makes jobs, each in its user's table",
    resources: {
      nightly: { command: "/usr/bin/backup --all", hour: 2n, minute: 30n },
      often: { command: 'echo "50\\% done"', minute: "*/5", user: "www-data" },
      days: {
        command: "/bin/true",
        minute: [0n, 30n],
        hour: "8-17",
        weekday: ["Mon", "friday"],
        month: "January",
        monthday: [1n, 15n],
      },
      reboot: { command: "/bin/start", special: "reboot" },
      environment: { command: "/bin/env", environment: ["MAILTO=root", "PATH=/bin"], minute: 1n },
    },
    before: { root: "# my own\n" },
    after: {
      root:
        "# my own\n# Puppet Name: nightly\n30 2 * * * /usr/bin/backup --all\n# Puppet Name: days\n0,30 8-17 1,15 1 1,5 /bin/true\n" +
        "# Puppet Name: reboot\n@reboot /bin/start\n# Puppet Name: environment\nMAILTO=root\nPATH=/bin\n1 * * * * /bin/env\n",
      "www-data": '# Puppet Name: often\n*/5 * * * * echo "50\\% done"\n',
    },
    says: ["nightly", "often", "days", "reboot", "environment"].map(
      (name) => `Cron[${name}]/ensure: created`,
    ),
  },
  {
    about: "takes jobs without a name for its own that are on the same schedule",
    resources: {
      adopted: { command: "/bin/mine  x", minute: 5n, hour: 5n },
      daily: { command: "/bin/d", special: "daily" },
      named: { command: "/bin/named", minute: [1n, 2n], hour: 1n, weekday: "1-5", environment: "A=b" },
    },
    before: { root: OWN },
    says: [],
  },
  {
    about: "changes fields, takes them away, and keeps what is not its own",
    resources: {
      named: {
        command: "/bin/named2",
        minute: "absent",
        weekday: ["Mon", "Tue"],
        environment: ["A=b", "C=d"],
      },
      gone: { ensure: "absent" },
    },
    before: { root: OWN },
    after: {
      root: OWN.replace("*   /bin", "* /bin").replace(
        "# Puppet Name: named\n#inner\nA=b\n1,2 1 * * 1-5 /bin/named\n",
        "#inner\n# Puppet Name: named\nA=b\nC=d\n* 1 * * 1,2 /bin/named2\n",
      ),
    },
    says: [
      "Cron[named]/command: command changed '/bin/named' to '/bin/named2'",
      "Cron[named]/minute: undefined 'minute' from ['1', '2']",
      "Cron[named]/weekday: weekday changed ['1-5'] to ['1', '2']",
      "Cron[named]/environment: environment changed ['A=b'] to A=b,C=d",
    ],
  },
  {
    about: "leaves an empty table",
    resources: { only: { ensure: "absent" } },
    before: { root: "# Puppet Name: only\n1 1 * * * /bin/x\n" },
    after: { root: "\n" },
    says: ["Cron[only]/ensure: removed"],
  },
  {
    about: "finds a name only in the table of the same user",
    resources: { x: { command: "/bin/x", user: "www-data", minute: 1n } },
    before: { root: "# Puppet Name: x\n1 * * * * /bin/x\n" },
    after: { "www-data": "# Puppet Name: x\n1 * * * * /bin/x\n" },
    says: ["Cron[x]/ensure: created"],
  },
  {
    about: "needs the user",
    resources: { x: { command: "/bin/x", user: "nobodyhere", minute: 1n } },
    says: [
      "Cron[x]/ensure: created",
      "Error: /Stage[main]/Main/Cron[x]: Could not evaluate: Cannot write the nobodyhere user's crontab: The user does not exist",
    ],
    again: [
      "Cron[x]/ensure: created",
      "Error: /Stage[main]/Main/Cron[x]: Could not evaluate: Cannot write the nobodyhere user's crontab: The user does not exist",
    ],
  },
];

/** A machine with crontab(1). */
class CronMachine extends MemoryMachine {
  readonly tables: Map<string, string>;

  constructor(tables: Readonly<Record<string, string>>) {
    super({ users: { "www-data": 33 }, files: { "/usr/bin/crontab": { mode: 0o755 } } });
    this.tables = new Map(Object.entries(tables));
  }

  override async run(command: Parameters<MemoryMachine["run"]>[0]): ReturnType<MemoryMachine["run"]> {
    const [, option, user = ""] = command.argv;
    const name = option === "-u" ? user : "root";
    const table = this.tables.get(name);
    if (command.input !== undefined) this.tables.set(name, command.input);
    const isMissing = command.input === undefined && table === undefined;
    const output = isMissing ? `no crontab for ${name}\n` : command.input === undefined ? (table ?? "") : "";
    return { code: isMissing ? 1 : 0, output, errors: "", timedOut: false };
  }

  after(): Record<string, string> {
    return Object.fromEntries(
      [...this.tables].map(([name, text]) => [name, text.replace(/^# HEADER.*\n/gm, "")]),
    );
  }
}

describe("cron", () => {
  it.each(cases)("$about", async ({ resources, before = {}, after = {}, says, again = [] }) => {
    const machine = new CronMachine(before);
    const rows = Object.entries(resources).map(([title, parameters]) => ({
      type: "Cron",
      title,
      parameters,
    }));
    const said = async (): Promise<string[]> => {
      const { lines } = await applied(catalogOf(rows), machine);
      return lines.map((line) => line.replace("Notice: /Stage[main]/Main/", ""));
    };
    expect(await said()).toEqual(says);
    expect(machine.after()).toEqual({ ...before, ...after });
    expect(await said()).toEqual(again);
    expect(machine.after()).toEqual({ ...before, ...after });
  });

  it.each<[string, Record<string, Value>]>([
    ["Munging failed for value 60 in class minute: 60 is not a valid minute", { minute: 60n }],
    ['Munging failed for value "noon" in class hour: noon is not a valid hour', { hour: "noon" }],
    ['Invalid special schedule "never"', { special: "never" }],
    ['Invalid environment setting "none"', { environment: "none" }],
    ["Cron[x] cannot specify both a special schedule and a value for hour", { special: "daily", hour: 1n }],
  ])("refuses wrong values: %s", async (words, parameters) => {
    const catalog = catalogOf([
      { type: "Cron", title: "x", parameters: { command: "/bin/x", ...parameters } },
    ]);
    await expect(applied(catalog, new CronMachine({}))).rejects.toThrow(words);
  });

  it("purges jobs that nobody manages, each of several that are alike, and none that is a resource's", async () => {
    const machine = new CronMachine({
      root: "1 1 * * * /bin/a\n@daily /bin/d\n# x\n1 1 * * * /bin/a\n2 2 * * * /bin/own\n",
    });
    const rows = [
      { type: "Resources", title: "cron", parameters: { purge: true } },
      { type: "Cron", title: "own", parameters: { command: "/bin/own", minute: 2n, hour: 2n } },
    ];
    const { lines } = await applied(catalogOf(rows), machine);
    expect(lines).toEqual(
      ["/bin/a-1", "/bin/d-2", "/bin/a-3"].map(
        (job) => `Notice: /Stage[main]/Main/Cron[unmanaged:${job}]/ensure: removed`,
      ),
    );
    expect(machine.after()).toEqual({ root: "# x\n2 2 * * * /bin/own\n" });
  });

  it("keeps names without a job, and cron's own header out of what is written", () => {
    const table = "# Puppet Name: a\nX=1\n# Puppet Name: b\nnothing\n\n";
    const entries = crontabFormat.read(table, "root");
    expect(entries.map(({ fields }) => fields)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const own = "# DO NOT EDIT THIS FILE - edit.\n# (installed)\n# (Cron version V5.0 -- vixie Exp $)\n";
    const { text: written } = compose(crontabFormat.read(own + table, "root"), crontabFormat, new Date());
    expect(written.replace(/^# HEADER.*\n/gm, "")).toBe(table);
  });
});
