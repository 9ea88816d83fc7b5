/** The options of a hierarchy entry or of a command line that say which keys to use, by hiera-eyaml's names. */
export type SecretOptions = Readonly<Record<string, string | undefined>>;

/** What each option means, for help and documentation. */
export const SECRET_OPTIONS: Readonly<Record<string, string>> = {
  pkcs7_private_key: "File with the private key",
  pkcs7_public_key: "File with the certificate",
  pkcs7_private_key_env_var: "Environment variable with the private key, in PEM or base64 of it",
  pkcs7_public_key_env_var: "Environment variable with the certificate",
  gpg_gnupghome: "GnuPG's directory with the keys",
  gpg_public_keys: "Files or directories with public keys to encrypt to, besides those of the directory",
  gpg_recipients: "Keys to encrypt to, separated by commas",
  gpg_recipients_file: "File with a key to encrypt to on each line",
  gpg_private_key: "Private key without a keyring: a file, env:NAME or credential:NAME",
  gpg_passphrase: "Passphrase of the private key: a file, env:NAME or credential:NAME",
};
