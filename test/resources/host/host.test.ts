import { describe } from "vitest";
import { recordCases } from "../record-case.ts";

const THERE = "127.0.0.1 localhost\n127.0.1.1   web.example.org web # c\n# x\n\nff02::1 ip6-allnodes\n";
const SPACED = "127.0.0.1\tlocalhost\n127.0.1.1\tweb.example.org\tweb\t# c\n# x\n\nff02::1\tip6-allnodes\n";

const FORETOLD = [
  "Host[bee]/ensure: current_value 'absent', should be 'present' (noop)",
  "Notice: Class[Main]: Would have triggered 'refresh' from 1 event",
  "Notice: Stage[main]: Would have triggered 'refresh' from 1 event",
];

describe("host", () => {
  recordCases("Host", "/etc/hosts", [
    {
      about: "adds entries after what is there, whose fields get Puppet's tabs",
      before: THERE,
      resources: {
        "a.example": { ip: "10.0.0.1", host_aliases: ["a", "b"], comment: "hi" },
        bee: { ip: "::1" },
      },
      after: `${SPACED}10.0.0.1\ta.example\ta b\t# hi\n::1\tbee\n`,
      says: ["Host[a.example]/ensure: created", "Host[bee]/ensure: created"],
    },
    {
      about: "changes fields of an entry where it is",
      before: THERE,
      resources: { "web.example.org": { ip: "127.0.1.2", host_aliases: [], comment: "new" } },
      after: SPACED.replace("127.0.1.1\tweb.example.org\tweb\t# c", "127.0.1.2\tweb.example.org\t\t# new"),
      says: [
        "Host[web.example.org]/ip: ip changed '127.0.1.1' to '127.0.1.2'",
        "Host[web.example.org]/host_aliases: host_aliases changed web to ''",
        "Host[web.example.org]/comment: comment changed 'c' to 'new'",
      ],
    },
    {
      about: "removes the last of several entries with one name, as Puppet does",
      before: "1.1.1.1\tdup\n# between\n2.2.2.2\tdup\n",
      resources: { dup: { ip: "1.1.1.1" }, gone: { ensure: "absent" } },
      after: "1.1.1.1\tdup\n# between\n1.1.1.1\tdup\n",
      says: ["Host[dup]/ip: ip changed '2.2.2.2' to '1.1.1.1'"],
    },
    {
      about: "leaves a file alone in which all is as it should be, down to its blanks",
      before: THERE,
      resources: { localhost: { ip: "127.0.0.1" }, gone: { ensure: "absent" } },
    },
    {
      about: "keeps line ends of two characters, lines without a final one and trailing blank lines",
      before: "1.1.1.1  one\r\n# c\r\n\r\n2.2.2.2  two\r\nnothing known\r\n\n\n3.3.3.3\tthree",
      resources: { two: { ip: "2.2.2.3" } },
      after: "1.1.1.1  one\r\n# c\r\n\r\n2.2.2.3\ttwo\r\nnothing known\r\n\n\n3.3.3.3\tthree\n",
      says: ["Host[two]/ip: ip changed '2.2.2.2' to '2.2.2.3'"],
    },
    {
      about: "does nothing in a dry run",
      before: THERE,
      resources: { bee: { ip: "::1", noop: true } },
      says: FORETOLD,
      again: FORETOLD,
    },
    {
      about: "says what is missing",
      before: THERE,
      resources: { bee: { ensure: "present" } },
      says: [
        "Host[bee]/ensure: created",
        "Error: /Stage[main]/Main/Host[bee]: Could not evaluate: ip is a required attribute for hosts",
      ],
      again: [
        "Host[bee]/ensure: created",
        "Error: /Stage[main]/Main/Host[bee]: Could not evaluate: ip is a required attribute for hosts",
      ],
    },
  ]);
});
