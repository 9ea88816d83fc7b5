/** Kinds of keys of hosts and users, as OpenSSH names them. */
export const KEY_TYPES = [
  "ssh-dss",
  "ssh-ed25519",
  "ssh-rsa",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "sk-ecdsa-sha2-nistp256@openssh.com",
  "sk-ssh-ed25519@openssh.com",
] as const;

/** Short names of theirs. */
export const KEY_TYPE_ALIASES = {
  dsa: "ssh-dss",
  ed25519: "ssh-ed25519",
  rsa: "ssh-rsa",
  "ecdsa-sk": "sk-ecdsa-sha2-nistp256@openssh.com",
  "ed25519-sk": "sk-ssh-ed25519@openssh.com",
} as const;
