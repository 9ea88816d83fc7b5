import type { Value } from "../values/value.ts";

/** The switches of Puppet 7 that are on unless somebody turns them off. */
const ON = words(`
  always_retry_plugins autoflush daemonize default_schedules disable_i18n include_legacy_facts
  manage_internal_file_permissions pluginsync preprocess_deferred report rich_data settings_catalog
  static_catalogs use_last_environment usecacheonfailure write_catalog_summary
`);
const OFF = words(`
  allow_duplicate_certs disable_per_environment_manifest document_all evaltrace exclude_unchanged_resources
  freeze_main genconfig genmanifest graph http_debug ignore_plugin_errors ignoremissingtypes ignoreschedules
  ldapssl ldaptls location_trusted merge_dependency_warnings mkusers noop onetime profile puppet_trace
  report_include_system_store resubmit_facts show_diff splay storeconfigs strict_environment_mode
  strict_variables summarize tasks trace use_cached_catalog use_srv_records versioned_environment_dirs
`);
/** Durations in seconds. */
const NUMBERS: Readonly<Record<string, bigint>> = {
  ca_ttl: 157680000n,
  environment_timeout: 0n,
  fact_name_length_soft_limit: 2560n,
  fact_value_length_soft_limit: 4096n,
  filetimeout: 15n,
  http_connect_timeout: 120n,
  http_keepalive_timeout: 4n,
  http_proxy_port: 3128n,
  http_read_timeout: 600n,
  keylength: 4096n,
  masterport: 8140n,
  max_deprecations: 10n,
  max_errors: 10n,
  max_warnings: 10n,
  maximum_uid: 4294967290n,
  maxwaitforlock: 60n,
  number_of_facts_soft_limit: 2048n,
  payload_soft_limit: 16777216n,
  runinterval: 1800n,
  runtimeout: 3600n,
  splaylimit: 1800n,
  statettl: 2764800n,
  top_level_facts_soft_limit: 512n,
  waitforcert: 120n,
  waitforlock: 0n,
};
const TEXTS: Readonly<Record<string, string>> = {
  data_binding_terminus: "hiera",
  digest_algorithm: "sha256",
  environment: "production",
  facts_terminus: "facter",
  http_proxy_host: "none",
  http_proxy_user: "none",
  log_level: "notice",
  node_terminus: "plain",
  reports: "store",
  server: "puppet",
  skip_tags: "",
  strict: "warning",
  tags: "",
};

/** What settings of Puppet 7 are when nobody sets them, by name; those that depend on the machine are left out. */
export const SETTING_DEFAULTS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...ON.map((name) => [name, true] as const),
  ...OFF.map((name) => [name, false] as const),
  ...Object.entries(NUMBERS),
  ...Object.entries(TEXTS),
]);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
