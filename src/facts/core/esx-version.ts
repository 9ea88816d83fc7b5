const VERSIONS: Readonly<Record<string, string>> = {
  "0xe8480": "ESXi 2.5",
  "0xe7c70": "ESXi 3.0",
  "0xe66c0": "ESXi 3.5",
  "0xe7910": "ESXi 3.5",
  "0xea550": "ESXi 4.0",
  "0xea6c0": "ESXi 4.0",
  "0xea2e0": "ESXi 4.1",
  "0xe72c0": "ESXi 5.0",
  "0xea0c0": "ESXi 5.1",
  "0xea050": "ESXi 5.5",
  "0xe99e0": "ESXi 6.0",
  "0xe9a40": "ESXi 6.0",
  "0xea580": "ESXi 6.5",
  "0xea520": "ESXi 6.7",
  "0xea490": "ESXi 6.7",
  "0xea5e0": "Fusion 8.5",
};

/** The version of VMware that puts its BIOS at the address dmidecode shows. */
export function esxVersion(tables: string): string | undefined {
  const address = /Address:\s(0x[a-zA-Z0-9]*)/.exec(tables)?.[1];
  return address === undefined ? undefined : VERSIONS[address.toLowerCase()];
}
