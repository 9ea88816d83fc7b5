import type { Command } from "../command.ts";
import { TRUST_OPTIONS } from "./target.ts";

export const bundle: Command = {
  name: "bundle",
  usage: "bundle [OPTION...] [SITE|BUNDLE]",
  summary: "Put a site into one signed archive, or look into one",
  options: [
    { name: "output", short: "o", value: "FILE", help: "Where the bundle goes, such as app.nsb" },
    { name: "sign", value: "KEY", help: "Sign with the OpenPGP private key of a file" },
    { name: "passphrase_file", value: "FILE", help: "The passphrase of that key; or NOSTRINGS_PASSPHRASE" },
    { name: "signature", value: "FILE", help: "A signature that another program made of the inventory" },
    {
      name: "include",
      value: "PATH",
      list: true,
      help: "Put this part of the site in as well; may be repeated",
    },
    { name: "node", value: "NAME", list: true, help: "Leave out the data of other nodes; may be repeated" },
    { name: "standalone", help: "Make one executable that carries the bundle and applies it" },
    { name: "executable", value: "FILE", help: "The standalone nostrings to put the bundle into" },
    { name: "verify", help: "Check the bundle given, and change nothing" },
    {
      name: "unpack",
      value: "DIRECTORY",
      help: "Check the bundle given, and unpack it into a new directory",
    },
    ...TRUST_OPTIONS,
    { name: "verbose", short: "v", help: "Tell more" },
    { name: "debug", short: "d", help: "Tell everything" },
  ],
  settings: true,
  async run(invocation) {
    const { runBundle } = await import("./run.ts");
    return runBundle(invocation);
  },
};
