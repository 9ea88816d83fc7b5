import { describe } from "vitest";
import { recordCases } from "../record-case.ts";

const THERE =
  "# c\nb.example,z ssh-ed25519 AAAA\nc.example ssh-rsa AAAA3\nq ssh-rsa A comment\n|1|a=|b= ssh-rsa HASHED\n@revoked * ssh-rsa BAD\n";

describe("sshkey", () => {
  recordCases("Sshkey", "/etc/ssh/ssh_known_hosts", [
    {
      about: "manages a key of each type of a host",
      before: THERE,
      resources: {
        "a.example": { type: "rsa", key: "AAAA1", host_aliases: ["x", "y"] },
        "a.example@ssh-ed25519": { key: "AAAA2" },
        "b.example@ed25519": { key: "AAAA1", host_aliases: ["x"] },
        "c.example@ssh-rsa": { ensure: "absent" },
        short: { name: "q", type: "ssh-rsa", key: "A" },
      },
      after: THERE.replace("b.example,z ssh-ed25519 AAAA", "b.example,x ssh-ed25519 AAAA1")
        .replace("c.example ssh-rsa AAAA3\n", "")
        .replace("A comment", "A")
        .concat("a.example,x,y ssh-rsa AAAA1\na.example ssh-ed25519 AAAA2\n"),
      says: [
        "Sshkey[a.example@ssh-rsa]/ensure: created",
        "Sshkey[a.example@ssh-ed25519]/ensure: created",
        "Sshkey[b.example@ssh-ed25519]/key: key changed 'AAAA' to 'AAAA1'",
        "Sshkey[b.example@ssh-ed25519]/host_aliases: host_aliases changed ['z'] to ['x']",
        "Sshkey[c.example@ssh-rsa]/ensure: removed",
        "Sshkey[q@ssh-rsa]/key: key changed 'A comment' to 'A'",
      ],
    },
  ]);
});
