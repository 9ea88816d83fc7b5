import { describe, expect, it } from "vitest";
import { factsHash } from "../../src/facts/facts.ts";
import { queried } from "../../src/facts/query.ts";
import { isIgnored, networkOf, scope6 } from "../../src/facts/reading/ip-address.ts";
import { netmask } from "../../src/values/ip-address.ts";
import { toPlain } from "../../src/values/plain.ts";
import { madeUpHost } from "./made-up-host.ts";

const eth0 = {
  "/sys/class/net/eth0/ifindex": "2\n",
  "/sys/class/net/eth0/mtu": "1400\n",
  "/sys/class/net/eth0/address": "02:fc:00:00:00:01\n",
};
const lo = {
  "/sys/class/net/lo/ifindex": "1\n",
  "/sys/class/net/lo/mtu": "65536\n",
  "/sys/class/net/lo/address": "00:00:00:00:00:00\n",
};
const info = { mac: "", internal: false } as const;
const addresses = {
  lo: [{ ...info, address: "127.0.0.1", netmask: "255.0.0.0", family: "IPv4", cidr: "127.0.0.1/8" }],
  eth0: [
    { ...info, address: "192.0.2.2", netmask: "255.255.255.0", family: "IPv4", cidr: "192.0.2.2/24" },
    {
      ...info,
      address: "fe80::1",
      netmask: "ffff:ffff:ffff:ffff::",
      family: "IPv6",
      cidr: "fe80::1/64",
      scopeid: 2,
    },
    {
      ...info,
      address: "2001:db8::2",
      netmask: "ffff:ffff:ffff:ffff::",
      family: "IPv6",
      cidr: "2001:db8::2/64",
      scopeid: 0,
    },
  ],
} as const;

describe("networking", () => {
  const facts = factsHash({
    host: madeUpHost({
      files: {
        ...eth0,
        ...lo,
        "/proc/net/route":
          "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\neth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\n",
        "/proc/net/if_inet6": "20010db8000000000000000000000002 02 40 00 82     eth0\n",
        "/run/systemd/netif/leases/2": "SERVER_ADDRESS=192.0.2.1\n",
        "/etc/resolv.conf": "search example.net other.org\n",
      },
      commands: {
        "ip route show":
          "default via 192.0.2.1 dev eth0 src 198.51.100.7\n10.0.0.0/8 dev eth0 src 10.9.9.9 linkdown\n",
      },
      addresses: addresses as never,
    }),
  });

  it.each<[string, unknown]>([
    ["networking.primary", "eth0"],
    ["networking.ip", "192.0.2.2"],
    ["networking.ip6", "2001:db8::2"],
    ["networking.mac", "02:fc:00:00:00:01"],
    ["networking.mtu", 1400],
    ["networking.dhcp", "192.0.2.1"],
    ["networking.fqdn", "web1.example.net"],
    ["networking.domain", "example.net"],
    ["networking.interfaces.lo.mac", undefined],
    ["networking.interfaces.lo.ip", "127.0.0.1"],
    [
      "networking.interfaces.eth0.bindings",
      [{ address: "192.0.2.2", netmask: "255.255.255.0", network: "192.0.2.0" }, { address: "198.51.100.7" }],
    ],
    [
      "networking.interfaces.eth0.bindings6.1",
      {
        address: "2001:db8::2",
        netmask: "ffff:ffff:ffff:ffff::",
        network: "2001:db8::",
        scope6: "global",
        flags: ["noad", "permanent"],
      },
    ],
    ["interfaces", "eth0,lo"],
    ["ipaddress_eth0", "192.0.2.2"],
    ["ipaddress6_lo", undefined],
    ["netmask", "255.255.255.0"],
    ["dhcp_servers", { system: "192.0.2.1", eth0: "192.0.2.1" }],
  ])("%s", (query, expected) => {
    const value = queried(facts, query);
    expect(value === undefined ? undefined : toPlain(value)).toEqual(expected);
  });

  it("finds the addresses of a bridge that is up but has no members", () => {
    const docker0 = { "/sys/class/net/docker0/ifindex": "3\n", "/sys/class/net/docker0/mtu": "1500\n" };
    const link = { ifname: "docker0", addr_info: [{ family: "inet", local: "172.17.0.1", prefixlen: 16 }] };
    const host = madeUpHost({ files: docker0, commands: { "ip -j address show": JSON.stringify([link]) } });
    expect(queried(factsHash({ host }), "networking.interfaces.docker0.network")).toBe("172.17.0.0");
  });
});

describe("the host's names", () => {
  it.each([
    {
      about: "a full node name",
      hostname: "web1.example.net",
      files: {},
      getent: undefined,
      fqdn: "web1.example.net",
      domain: "example.net",
    },
    {
      about: "/etc/hosts",
      hostname: "web1",
      files: { "/etc/hosts": "127.0.1.1 web1.lan web1\n" },
      getent: undefined,
      fqdn: "web1.lan",
      domain: "lan",
    },
    {
      about: "a name that is only an alias",
      hostname: "web1",
      files: { "/etc/hosts": "127.0.0.1 localhost web1\n" },
      getent: undefined,
      fqdn: "localhost",
      domain: undefined,
    },
    {
      about: "the resolver",
      hostname: "web1",
      files: {},
      getent: "192.0.2.2 STREAM web1.corp\n192.0.2.2 DGRAM\n",
      fqdn: "web1.corp",
      domain: "corp",
    },
    {
      about: "resolv.conf's domain",
      hostname: "web1",
      files: { "/etc/resolv.conf": "nameserver 1.1.1.1\ndomain here.org\n" },
      getent: undefined,
      fqdn: "web1.here.org",
      domain: "here.org",
    },
    { about: "nothing", hostname: "web1", files: {}, getent: undefined, fqdn: "web1", domain: undefined },
  ])("come from $about", ({ hostname, files, getent, fqdn, domain }) => {
    const commands = getent === undefined ? {} : { [`getent ahosts ${hostname}`]: getent };
    const facts = factsHash({ host: madeUpHost({ hostname, files, commands }) });
    expect([facts.get("hostname"), facts.get("fqdn"), facts.get("domain")]).toEqual(["web1", fqdn, domain]);
  });
});

describe("addresses", () => {
  it.each<[string, number, string, string]>([
    ["192.0.2.130", 26, "255.255.255.192", "192.0.2.128"],
    ["10.1.2.3", 8, "255.0.0.0", "10.0.0.0"],
    ["10.1.2.3", 32, "255.255.255.255", "10.1.2.3"],
    ["2001:db8:1:2:3:4:5:6", 64, "ffff:ffff:ffff:ffff::", "2001:db8:1:2::"],
    ["fe80::fc:ff:fe00:1", 10, "ffc0::", "fe80::"],
    ["::1", 128, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::1"],
  ])("%s/%i", (address, prefix, mask, network) => {
    expect([netmask(prefix, address.includes(":") ? 6 : 4), networkOf(address, prefix)]).toEqual([
      mask,
      network,
    ]);
  });

  it.each<[string, string, boolean]>([
    ["::1", "host", true],
    ["fe80::1", "link", true],
    ["fec0::1", "site", false],
    ["fd00::2", "global", true],
    ["2001:db8::1", "global", false],
    ["::192.0.2.1", "compat,global", false],
  ])("%s reaches %s", (address, scope, ignored) => {
    expect([scope6(address), isIgnored(address)]).toEqual([scope, ignored]);
  });
});
