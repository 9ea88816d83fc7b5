import type { SettingTable } from "../setting.ts";

/** Settings of certificates and of the authority that signs them. */
export const CERTIFICATES: SettingTable = {
  dns_alt_names: { type: "string", default: "", doc: "Further names in the certificate of a server." },
  csr_attributes: {
    type: "file",
    default: "$confdir/csr_attributes.yaml",
    doc: "A file with attributes for certificate requests.",
  },
  certdir: { type: "directory", default: "$ssldir/certs", doc: "The directory of certificates." },
  ssldir: {
    type: "directory",
    default: "$confdir/ssl",
    doc: "The directory of everything about certificates.",
  },
  ssl_lockfile: {
    type: "string",
    default: "$ssldir/ssl.lock",
    doc: "The lock that keeps two processes from changing certificates.",
  },
  publickeydir: { type: "directory", default: "$ssldir/public_keys", doc: "The directory of public keys." },
  requestdir: {
    type: "directory",
    default: "$ssldir/certificate_requests",
    doc: "The directory of certificate requests.",
  },
  privatekeydir: {
    type: "directory",
    default: "$ssldir/private_keys",
    doc: "The directory of private keys.",
  },
  privatedir: { type: "directory", default: "$ssldir/private", doc: "The directory of other private data." },
  passfile: {
    type: "file",
    default: "$privatedir/password",
    doc: "The file with the passphrase of the private key.",
  },
  hostcsr: {
    type: "file",
    default: "$requestdir/$certname.pem",
    doc: "The certificate request of this node.",
  },
  hostcert: { type: "file", default: "$certdir/$certname.pem", doc: "The certificate of this node." },
  hostprivkey: {
    type: "file",
    default: "$privatekeydir/$certname.pem",
    doc: "The private key of this node.",
  },
  hostpubkey: { type: "file", default: "$publickeydir/$certname.pem", doc: "The public key of this node." },
  localcacert: {
    type: "file",
    default: "$certdir/ca.pem",
    doc: "The certificate of the certificate authority.",
  },
  ca_fingerprint: { type: "string", doc: "The fingerprint that the authority's certificate must have." },
  ssl_trust_store: {
    type: "file",
    doc: "A file, or a folder of files, with certificates of further authorities for HTTPS.",
  },
  hostcrl: { type: "file", default: "$ssldir/crl.pem", doc: "The list of revoked certificates." },
  certificate_revocation: {
    type: "certificate_revocation",
    default: "chain",
    doc: "How far revocation of certificates is checked.",
  },
  ciphers: {
    type: "string",
    default:
      "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384:DHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384:ECDHE-RSA-AES256-SHA384:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES256-SHA:DHE-RSA-AES128-SHA256:DHE-RSA-AES256-SHA256:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA256:AES256-SHA256",
    doc: "The ciphers that TLS may use.",
  },
  key_type: {
    type: "enum",
    values: ["rsa", "ec"],
    default: "rsa",
    doc: "The kind of private key that is made.",
  },
  named_curve: { type: "string", default: "prime256v1", doc: "The curve of elliptic keys." },
  ca_name: { type: "string", default: "Puppet CA: $certname", doc: "The name of the certificate authority." },
  cadir: { type: "directory", default: "$ssldir/ca", doc: "The directory of the certificate authority." },
  cacert: { type: "file", default: "$cadir/ca_crt.pem", doc: "The certificate of the authority." },
  cakey: { type: "file", default: "$cadir/ca_key.pem", doc: "The private key of the authority." },
  capub: { type: "file", default: "$cadir/ca_pub.pem", doc: "The public key of the authority." },
  cacrl: { type: "file", default: "$cadir/ca_crl.pem", doc: "The revocation list of the authority." },
  csrdir: {
    type: "directory",
    default: "$cadir/requests",
    doc: "The directory of requests to the authority.",
  },
  signeddir: {
    type: "directory",
    default: "$cadir/signed",
    doc: "The directory of certificates that the authority has signed.",
  },
  serial: { type: "file", default: "$cadir/serial", doc: "The file with the next serial number." },
  autosign: {
    type: "autosign",
    default: "$confdir/autosign.conf",
    doc: "Which certificate requests are signed at once.",
  },
  allow_duplicate_certs: {
    type: "boolean",
    default: "false",
    doc: "Lets a new request replace a certificate.",
  },
  ca_ttl: { type: "duration", default: "5y", doc: "How long certificates are valid." },
  crl_refresh_interval: { type: "duration", doc: "How often the revocation list is fetched." },
  keylength: { type: "integer", default: "4096", doc: "The size of keys in bits." },
  cert_inventory: {
    type: "file",
    default: "$cadir/inventory.txt",
    doc: "The file that lists all certificates.",
  },
  trusted_oid_mapping_file: {
    type: "file",
    default: "$confdir/custom_trusted_oid_mapping.yaml",
    doc: "Names for extensions of certificates.",
  },
  ca_server: { type: "string", default: "$server", doc: "The host name of the certificate authority." },
  ca_port: { type: "port", default: "$serverport", doc: "The port of the certificate authority." },
  report_include_system_store: {
    type: "boolean",
    default: "false",
    doc: "Trusts the system's authorities when reports are sent.",
  },
  waitforcert: { type: "duration", default: "2m", doc: "How often the agent asks for its certificate." },
  maxwaitforcert: { type: "ttl", default: "unlimited", doc: "How long the agent waits for its certificate." },
};
