import type { SettingTable } from "../setting.ts";

/** Settings of how Puppet's own program works. */
export const PROGRAM: SettingTable = {
  name: { type: "string", default: "apply", doc: "The name of the application that runs." },
  merge_dependency_warnings: {
    type: "boolean",
    default: "false",
    doc: "Merges warnings about failed dependencies of classes into one.",
  },
  disable_i18n: {
    type: "boolean",
    default: "true",
    doc: "Leaves messages in English; here they always are.",
  },
  trace: { type: "boolean", default: "false", doc: "Prints Ruby's stack trace with errors." },
  puppet_trace: { type: "boolean", default: "false", doc: "Prints the stack of Puppet code with errors." },
  profile: { type: "boolean", default: "false", doc: "Logs how long parts of a run take." },
  settings_catalog: {
    type: "boolean",
    default: "true",
    doc: "Makes Puppet's own directories through a catalog.",
  },
  autoflush: { type: "boolean", default: "true", doc: "Writes log lines at once; here they always are." },
  mkusers: { type: "boolean", default: "false", doc: "Creates the user and group that the server runs as." },
  manage_internal_file_permissions: {
    type: "boolean",
    default: "true",
    doc: "Sets owner and mode of Puppet's own files.",
  },
  always_retry_plugins: {
    type: "boolean",
    default: "true",
    doc: "Looks again for plugins that were not found.",
  },
  maximum_uid: { type: "integer", default: "4294967290", doc: "The highest user id that is taken as valid." },
  binder_config: { type: "file", doc: "A file of a data binder that no longer exists." },
  filetimeout: { type: "duration", default: "15s", doc: "How often files are looked at for changes." },
  environment_data_provider: {
    type: "string",
    doc: "A data provider of Hiera 4; hiera.yaml of version 5 has replaced it.",
  },
  freeze_main: {
    type: "boolean",
    default: "false",
    doc: "Refuses code outside of classes where manifests are merged, which `puppet apply` does not do.",
  },
  preview_outputdir: {
    type: "directory",
    default: "$vardir/preview",
    doc: "The directory for results of a catalog preview.",
  },
  vendormoduledir: {
    type: "string",
    default: "/opt/puppetlabs/puppet/vendor_modules",
    doc: "The directory of modules that come with Puppet.",
  },
  default_schedules: {
    type: "boolean",
    default: "true",
    doc: "Adds Puppet's default schedules to the catalog; here they are always known.",
  },
  factpath: {
    type: "path",
    default: "$vardir/lib/facter:$vardir/facts",
    doc: "Directories of facts in Ruby.",
  },
  preprocess_deferred: {
    type: "boolean",
    default: "true",
    doc: "Resolves deferred values before anything is applied.",
  },
  document_all: {
    type: "boolean",
    default: "false",
    doc: "Documents all resources, in Puppet's generator of documents.",
  },
  rich_data: {
    type: "boolean",
    default: "true",
    doc: "Lets catalogs have values that JSON lacks; here they always may.",
  },
  max_deprecations: {
    type: "integer",
    default: "10",
    doc: "The most deprecations of one file that are shown; none are told when validating.",
  },
  genmanifest: { type: "boolean", default: "false", doc: "Prints a manifest of Puppet's own directories." },
};
