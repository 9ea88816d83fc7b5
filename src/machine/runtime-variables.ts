/** What Node.js, libuv and OpenSSL take from the environment: NODE_TLS_REJECT_UNAUTHORIZED, OPENSSL_CONF and so on. */
const RUNTIME = /^(NODE_|OPENSSL_|SSLKEYLOGFILE$|UV_)/;

const hidden: Record<string, string> = {};

/**
 * Take the variables of Node.js and OpenSSL out of this process's environment: they are about other programs of the
 * machine, and some switch off what keeps a run safe. Commands that are run have them all the same.
 */
export function hideRuntimeVariables(): void {
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined || !RUNTIME.test(name)) continue;
    hidden[name] = value;
    delete process.env[name];
  }
}

/** The environment as the user gave it, for a command. */
export function givenEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, ...hidden };
}
