/** The bit by which the executable's entry (scripts/entry/) turns a name's first letter into a control character. */
const HIDDEN = 0x40;
const CONTROL_CHARACTER = /^[\x01-\x1f]/;

const hidden: Record<string, string> = {};

/**
 * Take the variables that the executable's entry has hidden from Node.js and OpenSSL out of this process's environment:
 * they are about other programs of the machine, and some switch off what keeps a run safe. Commands get them all the same.
 */
export function takeHiddenVariables(): void {
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined || !CONTROL_CHARACTER.test(name)) continue;
    hidden[String.fromCharCode(name.charCodeAt(0) ^ HIDDEN) + name.slice(1)] = value;
    delete process.env[name];
  }
}

/** The environment as the user gave it, for a command and for what a site asks for by name. */
export function givenEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, ...hidden };
}
