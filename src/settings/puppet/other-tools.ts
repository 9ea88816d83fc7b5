import type { SettingTable } from "../setting.ts";

/** Settings of `puppet module`. */
export const MODULE_TOOL: SettingTable = {
  module_repository: {
    type: "string",
    default: "https://forgeapi.puppet.com",
    doc: "The address of the Forge.",
  },
  module_working_dir: {
    type: "string",
    default: "$vardir/puppet-module",
    doc: "The directory for downloads of the module tool.",
  },
  forge_authorization: { type: "string", doc: "The credentials for the Forge." },
  module_groups: { type: "string", doc: "Additional groups of modules of the Forge." },
};

/** Settings of `puppet device`. */
export const DEVICES: SettingTable = {
  devicedir: {
    type: "directory",
    default: "$vardir/devices",
    doc: "The root of the directories of network devices.",
  },
  deviceconfig: {
    type: "string",
    default: "$confdir/device.conf",
    doc: "The file that lists network devices.",
  },
  deviceconfdir: {
    type: "directory",
    default: "$confdir/devices",
    doc: "The directory of configurations of network devices.",
  },
};

/** Settings of the LDAP node terminus, which Puppet 7 no longer has. */
export const LDAP: SettingTable = {
  ldapssl: { type: "boolean", default: "false", doc: "Encrypts the connection by SSL." },
  ldaptls: { type: "boolean", default: "false", doc: "Encrypts the connection by TLS." },
  ldapserver: { type: "string", default: "ldap", doc: "The host name of the LDAP server." },
  ldapport: { type: "port", default: "389", doc: "The port of the LDAP server." },
  ldapstring: {
    type: "string",
    default: "(&(objectclass=puppetClient)(cn=%s))",
    doc: "The search string that finds a node.",
  },
  ldapclassattrs: { type: "string", default: "puppetclass", doc: "The attributes with a node's classes." },
  ldapstackedattrs: {
    type: "string",
    default: "puppetvar",
    doc: "The attributes that add up along parent nodes.",
  },
  ldapattrs: { type: "string", default: "all", doc: "The attributes that are asked for." },
  ldapparentattr: { type: "string", default: "parentnode", doc: "The attribute with the parent node." },
  ldapuser: { type: "string", default: "", doc: "The user of the LDAP server." },
  ldappassword: { type: "string", default: "", doc: "The password of that user." },
  ldapbase: { type: "string", default: "", doc: "Where the search begins." },
};
