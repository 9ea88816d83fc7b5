import { type Collect, type Collectors, type FactFamily, structuredIfAny } from "../family.ts";
import { dmi } from "../reading/dmi.ts";

const CHASSIS = [
  "Other",
  undefined,
  "Desktop",
  "Low Profile Desktop",
  "Pizza Box",
  "Mini Tower",
  "Tower",
  "Portable",
  "Laptop",
  "Notebook",
  "Hand Held",
  "Docking Station",
  "All in One",
  "Sub Notebook",
  "Space-Saving",
  "Lunch Box",
  "Main System Chassis",
  "Expansion Chassis",
  "SubChassis",
  "Bus Expansion Chassis",
  "Peripheral Chassis",
  "Storage Chassis",
  "Rack Mount Chassis",
  "Sealed-Case PC",
  "Multi-system",
  "CompactPCI",
  "AdvancedTCA",
  "Blade",
  "Blade Enclosure",
  "Tablet",
  "Convertible",
  "Detachable",
];

const entry =
  (name: string): Collect =>
  (host) =>
    dmi(host, name);

const chassisType: Collect = (host) => CHASSIS[Number(dmi(host, "chassis_type")) - 1];

function group(name: string, members: Collectors): Collect {
  return (host) => structuredIfAny(host, `dmi.${name}`, members);
}

const members: Collectors = {
  bios: group("bios", {
    release_date: entry("bios_date"),
    vendor: entry("bios_vendor"),
    version: entry("bios_version"),
  }),
  board: group("board", {
    asset_tag: entry("board_asset_tag"),
    manufacturer: entry("board_vendor"),
    product: entry("board_name"),
    serial_number: entry("board_serial"),
  }),
  chassis: group("chassis", { asset_tag: entry("chassis_asset_tag"), type: chassisType }),
  manufacturer: entry("sys_vendor"),
  product: group("product", {
    name: entry("product_name"),
    serial_number: entry("product_serial"),
    uuid: entry("product_uuid"),
  }),
};

/** What the firmware says of the hardware. */
export const dmiFacts: FactFamily = {
  facts: { dmi: (host) => structuredIfAny(host, "dmi", members) },
  legacy: {
    bios_release_date: entry("bios_date"),
    bios_vendor: entry("bios_vendor"),
    bios_version: entry("bios_version"),
    boardassettag: entry("board_asset_tag"),
    boardmanufacturer: entry("board_vendor"),
    boardproductname: entry("board_name"),
    boardserialnumber: entry("board_serial"),
    chassisassettag: entry("chassis_asset_tag"),
    chassistype: chassisType,
    manufacturer: entry("sys_vendor"),
    productname: entry("product_name"),
    serialnumber: entry("product_serial"),
    uuid: entry("product_uuid"),
  },
};
