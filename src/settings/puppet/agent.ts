import type { SettingTable } from "../setting.ts";

/** Settings of the agent, which runs again and again and keeps files of its own. */
export const AGENT: SettingTable = {
  strict_environment_mode: {
    type: "boolean",
    default: "false",
    doc: "Fails when the server names another environment.",
  },
  onetime: { type: "boolean", short: "o", default: "false", doc: "Runs the agent once and ends." },
  use_last_environment: {
    type: "boolean",
    default: "true",
    doc: "Starts with the environment of the last run.",
  },
  daemonize: { type: "boolean", short: "D", default: "true", doc: "Runs in the background." },
  pidfile: {
    type: "file",
    default: "$rundir/$run_mode.pid",
    doc: "The file with the process id of a daemon.",
  },
  statefile: {
    type: "file",
    default: "$statedir/state.yaml",
    doc: "The file with Puppet's state of resources; here schedules.json has when they were checked.",
  },
  statettl: { type: "ttl", default: "32d", doc: "How long the state of a resource is kept." },
  transactionstorefile: {
    type: "file",
    default: "$statedir/transactionstore.yaml",
    doc: "The file in which Puppet keeps values of corrective changes.",
  },
  clientyamldir: {
    type: "directory",
    default: "$vardir/client_yaml",
    doc: "The directory of the agent's YAML files.",
  },
  client_datadir: {
    type: "directory",
    default: "$vardir/client_data",
    doc: "The directory of the agent's data.",
  },
  puppetdlog: { type: "file", default: "$logdir/puppetd.log", doc: "The log file of the agent." },
  runinterval: { type: "duration", default: "30m", doc: "The time between two runs of the agent." },
  runtimeout: { type: "duration", default: "1h", doc: "How long a run of the agent may take." },
  agent_catalog_run_lockfile: {
    type: "string",
    default: "$statedir/agent_catalog_run.lock",
    doc: "The lock of the agent's run; here apply.lock in `rundir`.",
  },
  agent_disabled_lockfile: {
    type: "string",
    default: "$statedir/agent_disabled.lock",
    doc: "The file that disables the agent.",
  },
  publicdir: {
    type: "directory",
    default: "$vardir/public",
    doc: "The directory for files that everybody may read.",
  },
  waitforlock: {
    type: "duration",
    default: "0",
    doc: "How often the agent looks for the end of another run.",
  },
  maxwaitforlock: { type: "ttl", default: "1m", doc: "How long the agent waits for another run." },
};
