import { describe, expect, it } from "vitest";
import { factsHash } from "../../src/facts/facts.ts";
import { queried } from "../../src/facts/query.ts";
import { toPlain } from "../../src/values/plain.ts";
import { madeUpHost } from "./made-up-host.ts";

const ec2 = "http://169.254.169.254/latest";
const vendor = (name: string) => ({ "/sys/class/dmi/id/bios_vendor": `${name}\n` });

const rows = [
  {
    cloud: "EC2",
    has: {
      files: vendor("Amazon EC2"),
      web: {
        [`${ec2}/meta-data/`]: "ami-id\nplacement/\niam/\npublic-keys/\n",
        [`${ec2}/meta-data/ami-id`]: "ami-1",
        [`${ec2}/meta-data/placement/`]: "region",
        [`${ec2}/meta-data/placement/region`]: "eu-west-1",
        [`${ec2}/meta-data/iam/`]: "info\nsecurity-credentials/",
        [`${ec2}/meta-data/iam/info`]: "x",
        [`${ec2}/meta-data/public-keys/`]: "0=mine",
        [`${ec2}/meta-data/public-keys/0/`]: "openssh-key",
        [`${ec2}/meta-data/public-keys/0/openssh-key`]: "ssh-rsa A",
        [`${ec2}/user-data/`]: "#!/bin/sh\n",
      },
    },
    facts: {
      "cloud.provider": "aws",
      ec2_metadata: {
        "ami-id": "ami-1",
        placement: { region: "eu-west-1" },
        iam: { info: "x" },
        "public-keys": { "0": { "openssh-key": "ssh-rsa A" } },
      },
      ec2_userdata: "#!/bin/sh",
    },
  },
  {
    cloud: "Google",
    has: {
      files: vendor("Google"),
      web: {
        "http://metadata.google.internal/computeMetadata/v1/?recursive=true&alt=json":
          '{"instance":{"id":12345678901234567890,"zone":"projects/1/zones/eu-b","networkInterfaces":[{"network":"projects/1/networks/default"}]}}',
      },
    },
    facts: {
      virtual: "gce",
      "cloud.provider": "gce",
      "gce.instance.zone": "eu-b",
      "gce.instance.id": 12345678901234567890n,
      "gce.instance.networkInterfaces.0.network": "default",
    },
  },
  {
    cloud: "Azure",
    has: {
      files: { "/sys/class/dmi/id/product_name": "Virtual Machine\n" },
      web: {
        "http://169.254.169.254/metadata/instance?api-version=2020-09-01":
          '{"compute":{"location":"westeurope"}}',
      },
    },
    facts: { "cloud.provider": "azure", "az_metadata.compute.location": "westeurope" },
  },
  {
    cloud: "no",
    has: { files: vendor("Amazon EC2") },
    facts: {
      cloud: undefined,
      ec2_metadata: undefined,
      ec2_userdata: undefined,
      gce: undefined,
      az_metadata: undefined,
    },
  },
];

describe.each(rows)("in $cloud cloud", ({ has, facts }) => {
  const found = factsHash({ host: madeUpHost(has) });
  it.each(Object.entries(facts))("%s", (query, expected) => {
    const value = queried(found, query);
    expect(value === undefined ? undefined : toPlain(value)).toEqual(expected);
  });
});

describe("metadata services", () => {
  it("are not asked on a machine of one's own", () => {
    const host = madeUpHost({});
    const facts = factsHash({ host });
    for (const name of ["cloud", "ec2_metadata", "ec2_userdata", "az_metadata", "gce"]) facts.get(name);
    expect(host.looked.filter((what) => what.startsWith("http"))).toEqual([]);
  });
});
