import { type Host, outputOf } from "../host.ts";

const DHCLIENT = [
  "/var/lib/dhclient",
  "/var/lib/dhcp",
  "/var/lib/dhcp3",
  "/var/lib/NetworkManager",
  "/var/db",
];
const NETWORK_MANAGER = "/var/lib/NetworkManager";

/** The DHCP server an interface got its lease from, asked of each known client's lease files in turn. */
export function dhcpServer(host: Host, name: string): string | undefined {
  return (
    fromNetworkd(host, name) ??
    fromDhclient(host, name) ??
    fromNetworkManager(host, name) ??
    fromDhcpcd(host, name)
  );
}

function fromNetworkd(host: Host, name: string): string | undefined {
  const index = host.read(`/sys/class/net/${name}/ifindex`)?.trim();
  return index === undefined ? undefined : serverAddress(host.read(`/run/systemd/netif/leases/${index}`));
}

function fromDhclient(host: Host, name: string): string | undefined {
  for (const folder of DHCLIENT) {
    for (const file of host.list(folder).filter((entry) => /dhclient.*\.lease/.test(entry))) {
      const text = host.read(`${folder}/${file}`) ?? "";
      const server = /dhcp-server-identifier ([0-9]+(?:\.[0-9]+){3})/.exec(text)?.[1];
      if (server && text.split("\n").some((line) => line.includes("interface") && line.includes(name)))
        return server;
    }
  }
  return undefined;
}

function fromNetworkManager(host: Host, name: string): string | undefined {
  const file = host
    .list(NETWORK_MANAGER)
    .find((entry) => /internal/.test(entry) && entry.endsWith(`${name}.lease`));
  return file === undefined ? undefined : serverAddress(host.read(`${NETWORK_MANAGER}/${file}`));
}

function fromDhcpcd(host: Host, name: string): string | undefined {
  return /dhcp_server_identifier='?([^'\n]*)/.exec(outputOf(host, "dhcpcd", "-U", name))?.[1];
}

function serverAddress(lease: string | undefined): string | undefined {
  return /SERVER_ADDRESS=(.*)/.exec(lease ?? "")?.[1];
}
