import type { SettingTable } from "../setting.ts";

/** Settings that do here what they do in Puppet. */
export const HERE: SettingTable = {
  confdir: {
    type: "directory",
    default: "/etc/puppetlabs/puppet",
    doc: "The directory of puppet.conf, hiera.yaml and other configuration.",
  },
  codedir: {
    type: "directory",
    default: "/etc/puppetlabs/code",
    doc: "The directory of environments and shared modules.",
  },
  vardir: {
    type: "directory",
    default: "/opt/puppetlabs/puppet/cache",
    doc: "The directory for state that outlives a run.",
  },
  logdir: {
    type: "directory",
    default: "/var/log/puppetlabs/puppet",
    doc: "The directory for logs; other settings are named after it.",
  },
  log_level: {
    type: "enum",
    values: ["debug", "info", "notice", "warning", "err", "alert", "emerg", "crit"],
    default: "notice",
    doc: "The lowest level of messages that are logged.",
  },
  disable_warnings: { type: "array", default: "", doc: "Kinds of warnings that are not logged." },
  strict: {
    type: "enum",
    values: ["off", "warning", "error"],
    default: "warning",
    doc: "How severe doubtful code is: not mentioned, a warning, or an error.",
  },
  statedir: {
    type: "directory",
    default: "$vardir/state",
    doc: "The directory for reports, summaries and schedules.",
  },
  rundir: {
    type: "directory",
    default: "/var/run/puppetlabs",
    doc: "The directory of the lock and of other files of running processes.",
  },
  genconfig: {
    type: "boolean",
    default: "false",
    doc: "Prints a puppet.conf with all settings instead of applying.",
  },
  configprint: {
    type: "string",
    default: "",
    doc: "Prints these settings instead of applying; deprecated, see `config print`.",
  },
  color: { type: "string", default: "ansi", doc: "Whether output is coloured: `ansi` or `false`." },
  path: {
    type: "string",
    default: "none",
    doc: "The search path for commands; `none` leaves that of the environment.",
  },
  environment: {
    type: "string",
    short: "E",
    default: "production",
    doc: "The name of the environment that is compiled.",
  },
  environmentpath: {
    type: "path",
    default: "$codedir/environments",
    doc: "Directories that hold environments.",
  },
  show_diff: { type: "boolean", default: "false", doc: "Shows what changes within files." },
  node_terminus: {
    type: "terminus",
    default: "plain",
    doc: "Where the node's classes and parameters come from: `plain` (nowhere) or `exec` (`external_nodes`).",
  },
  data_binding_terminus: {
    type: "terminus",
    default: "hiera",
    doc: "`none` turns the global layer of Hiera off.",
  },
  hiera_config: { type: "file", default: "$confdir/hiera.yaml", doc: "The global hiera.yaml." },
  trusted_external_command: {
    type: "file_or_directory",
    doc: "A command, or a directory of commands, whose output is `$trusted['external']`.",
  },
  prerun_command: {
    type: "string",
    default: "",
    doc: "A command to run before the catalog is applied; when it fails, nothing is applied.",
  },
  postrun_command: {
    type: "string",
    default: "",
    doc: "A command to run after the catalog was applied; when it fails, so does the run.",
  },
  certname: { type: "string", doc: "The name of the node." },
  digest_algorithm: {
    type: "enum",
    values: ["sha256", "sha384", "sha512", "sha224", "md5"],
    default: "sha256",
    doc: "The checksum that files are compared by and that `digest` computes.",
  },
  logdest: {
    type: "string",
    doc: "Where messages go: `console`, `syslog`, or files; several with commas between.",
  },
  config_file_name: { type: "string", default: "puppet.conf", doc: "The name of the configuration file." },
  config: { type: "file", default: "$confdir/$config_file_name", doc: "The configuration file." },
  manifest: {
    type: "file_or_directory",
    doc: "The manifest of the environment; on the command line and in environment.conf.",
  },
  modulepath: {
    type: "path",
    default: "",
    doc: "The directories of modules; on the command line and in environment.conf.",
  },
  default_manifest: {
    type: "string",
    default: "./manifests",
    doc: "The manifest of environments that name none, relative to each or absolute.",
  },
  disable_per_environment_manifest: {
    type: "boolean",
    default: "false",
    doc: "Uses `default_manifest` for every environment.",
  },
  basemodulepath: {
    type: "path",
    default: "$codedir/modules:/opt/puppetlabs/puppet/modules",
    doc: "Directories of modules that all environments share.",
  },
  exclude_unchanged_resources: {
    type: "boolean",
    default: "false",
    doc: "Leaves resources that did not change out of the report.",
  },
  node_name_value: {
    type: "string",
    default: "$certname",
    doc: "The name that the catalog is compiled for.",
  },
  node_name_fact: {
    type: "string",
    default: "",
    doc: "The fact whose value is the name that the catalog is compiled for.",
  },
  write_catalog_summary: { type: "boolean", default: "false", doc: "Writes `classfile` and `resourcefile`." },
  classfile: {
    type: "file",
    default: "$statedir/classes.txt",
    doc: "The file with the classes of the catalog.",
  },
  resourcefile: {
    type: "file",
    default: "$statedir/resources.txt",
    doc: "The file with the resources of the catalog.",
  },
  ignoreschedules: {
    type: "boolean",
    default: "false",
    doc: "Applies resources outside of their schedules too.",
  },
  noop: { type: "boolean", default: "false", doc: "Changes nothing, and says what would change." },
  include_legacy_facts: { type: "boolean", default: "true", doc: "Has the flat facts of Facter 2 too." },
  splaylimit: { type: "duration", default: "$runinterval", doc: "How long `splay` waits at most." },
  splay: { type: "boolean", default: "false", doc: "Waits for a random time before anything else." },
  report: { type: "boolean", default: "true", doc: "Writes the report of the run." },
  lastrunfile: {
    type: "file",
    default: "$statedir/last_run_summary.yaml",
    doc: "The file with the summary of the last run.",
  },
  lastrunreport: {
    type: "file",
    default: "$statedir/last_run_report.json",
    doc: "The file with the report of the last run.",
  },
  graph: { type: "boolean", default: "false", doc: "Writes the catalog as graphs in Graphviz's language." },
  graphdir: { type: "directory", default: "$statedir/graphs", doc: "The directory of those graphs." },
  pluginfactdest: { type: "directory", default: "$vardir/facts.d", doc: "A directory of external facts." },
  tags: { type: "string", default: "", doc: "Applies only resources that have one of these tags." },
  skip_tags: { type: "string", default: "", doc: "Applies only resources that have none of these tags." },
  evaltrace: {
    type: "boolean",
    default: "false",
    doc: "Logs when each resource is evaluated and how long that takes.",
  },
  summarize: { type: "boolean", default: "false", doc: "Prints the numbers of the run at its end." },
  external_nodes: {
    type: "string",
    default: "none",
    doc: "The command that `node_terminus=exec` asks for classes, parameters and environment.",
  },
  max_errors: { type: "integer", default: "10", doc: "The most errors of one file that are shown." },
  max_warnings: { type: "integer", default: "10", doc: "The most warnings of one file that are shown." },
  strict_variables: { type: "boolean", default: "false", doc: "Makes unknown variables errors." },
  tasks: { type: "boolean", default: "false", doc: "Reads code as that of plans." },
};
