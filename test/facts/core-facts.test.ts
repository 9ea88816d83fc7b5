import { describe, expect, it } from "vitest";
import { factsHash } from "../../src/facts/facts.ts";
import { queried } from "../../src/facts/query.ts";
import { toPlain } from "../../src/values/plain.ts";
import { type MadeUp, madeUpHost } from "./made-up-host.ts";

/** A machine, and the facts Facter 4.3.0 finds on such a machine; undefined: no such fact. */
interface Row {
  readonly machine: string;
  readonly has: MadeUp;
  readonly facts: Readonly<Record<string, unknown>>;
}

const debian = {
  "/etc/os-release":
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n',
  "/etc/debian_version": "12.11\n",
};
const ubuntu = {
  "/etc/os-release":
    'PRETTY_NAME="Ubuntu 22.04.4 LTS"\nNAME="Ubuntu"\nVERSION_ID="22.04"\nVERSION_CODENAME=jammy\nID=ubuntu\nID_LIKE=debian\n',
  "/etc/debian_version": "bookworm/sid\n",
};
const rocky = {
  "/etc/os-release": 'NAME="Rocky Linux"\nVERSION_ID="9.3"\nID="rocky"\nID_LIKE="rhel centos fedora"\n',
  "/etc/redhat-release": "Rocky Linux release 9.3 (Blue Onyx)\n",
};
const alpine = {
  "/etc/os-release": 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.19.1\n',
  "/etc/alpine-release": "3.19.1\n",
};

const rows: Row[] = [
  {
    machine: "Debian",
    has: { files: debian },
    facts: {
      "os.name": "Debian",
      "os.family": "Debian",
      "os.architecture": "amd64",
      "os.hardware": "x86_64",
      "os.release": { full: "12.11", major: "12", minor: "11" },
      "os.distro": {
        codename: "bookworm",
        description: "Debian GNU/Linux 12 (bookworm)",
        id: "Debian",
        release: { full: "12.11", major: "12", minor: "11" },
      },
      "os.selinux": { enabled: false },
      osfamily: "Debian",
      operatingsystemmajrelease: "12",
      lsbdistcodename: undefined,
      kernelversion: "6.1.0",
      kernelmajversion: "6.1",
    },
  },
  {
    machine: "Ubuntu",
    has: {
      files: ubuntu,
      commands: { "lsb_release -a": "Distributor ID:\tUbuntu\nRelease:\t22.04\nCodename:\tjammy\n" },
    },
    facts: {
      "os.name": "Ubuntu",
      "os.family": "Debian",
      "os.release": { full: "22.04", major: "22.04" },
      "os.distro.release": { full: "22.04", major: "22.04" },
      lsbdistid: "Ubuntu",
      lsbmajdistrelease: "22.04",
      lsbdistcodename: "jammy",
    },
  },
  {
    machine: "Rocky",
    has: { files: rocky },
    facts: {
      "os.name": "Rocky",
      "os.family": "RedHat",
      "os.architecture": "x86_64",
      "os.release": { full: "9.3", major: "9", minor: "3" },
      "os.distro.id": "Rocky",
      "os.distro.codename": "Blue Onyx",
    },
  },
  {
    machine: "Alpine",
    has: { files: alpine },
    facts: {
      "os.name": "Alpine",
      "os.family": "Alpine",
      "os.release": { full: "3.19.1", major: "3", minor: "19" },
    },
  },
  {
    machine: "with swap",
    has: {
      files: {
        "/proc/meminfo":
          "MemTotal:        2000000 kB\nMemFree:  100 kB\nMemAvailable:    1500000 kB\nSwapTotal: 1048576 kB\nSwapFree: 1048576 kB\n",
      },
    },
    facts: {
      "memory.system": {
        available: "1.43 GiB",
        available_bytes: 1536000000,
        capacity: "25.00%",
        total: "1.91 GiB",
        total_bytes: 2048000000,
        used: "488.28 MiB",
        used_bytes: 512000000,
      },
      "memory.swap.available": "1.00 GiB",
      "memory.swap.capacity": "0.00%",
      memorysize_mb: 1953.125,
      swapsize: "1.00 GiB",
    },
  },
  {
    machine: "of an old kernel, without swap",
    has: {
      files: {
        "/proc/meminfo":
          "MemTotal: 1000 kB\nMemFree: 100 kB\nBuffers: 50 kB\nCached: 250 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n",
      },
    },
    facts: { "memory.system.available_bytes": 409600, "memory.swap": undefined, swapsize: undefined },
  },
  {
    machine: "up for days",
    has: { files: { "/proc/uptime": "200000.55 3.2\n" } },
    facts: { system_uptime: { days: 2, hours: 55, seconds: 200000, uptime: "2 days" }, uptime_hours: 55 },
  },
  {
    machine: "that has just started",
    has: { files: { "/proc/uptime": "3725.9 1.0\n" } },
    facts: { "system_uptime.uptime": "1:02 hours" },
  },
  {
    machine: "with firmware tables",
    has: {
      files: {
        "/sys/class/dmi/id/bios_vendor": "SeaBIOS\n",
        "/sys/class/dmi/id/chassis_type": "3\n",
        "/sys/class/dmi/id/product_name": "KVM Guest\n",
        "/sys/class/dmi/id/product_serial": " \n",
      },
    },
    facts: {
      dmi: { bios: { vendor: "SeaBIOS" }, chassis: { type: "Desktop" }, product: { name: "KVM Guest" } },
      virtual: "kvm",
      is_virtual: true,
      chassistype: "Desktop",
      serialnumber: undefined,
    },
  },
  {
    machine: "of nothing but a kernel",
    has: {},
    facts: {
      virtual: "physical",
      is_virtual: false,
      dmi: undefined,
      hypervisors: undefined,
      ssh: undefined,
      cloud: undefined,
    },
  },
  {
    machine: "in an nspawn container",
    has: {
      files: {
        "/proc/1/cgroup": "0::/init.scope\n",
        "/proc/1/environ": "container=systemd-nspawn\0",
        "/etc/machine-id": "abc\n",
      },
    },
    facts: { virtual: "systemd_nspawn", hypervisors: { systemd_nspawn: { id: "abc" } } },
  },
  {
    machine: "in a Docker container on a virtual machine",
    has: {
      files: { "/proc/1/cgroup": "12:cpu:/docker/0123abc\n", "/proc/1/environ": "" },
      commands: {
        lspci: "00:03.0 Ethernet controller: Red Hat, Inc. Virtio network device\n",
        "ps -o etimes= -p 1": "  65\n",
      },
    },
    facts: {
      virtual: "docker",
      hypervisors: { docker: { id: "0123abc" }, kvm: {} },
      system_uptime: { days: 0, hours: 0, seconds: 65, uptime: "0:01 hours" },
    },
  },
  {
    machine: "with two processors",
    has: {
      files: {
        "/proc/cpuinfo":
          "processor\t: 0\nmodel name\t: AMD EPYC\ncpu MHz\t\t: 2596.140\nphysical id\t: 0\n\nprocessor\t: 1\nmodel name\t: AMD EPYC\ncpu MHz\t\t: 2596.140\nphysical id\t: 0\n",
        "/sys/devices/system/cpu/cpu0/topology/thread_siblings_list": "0-1\n",
        "/sys/devices/system/cpu/cpu0/topology/package_cpus_list": "0-1\n",
        "/sys/devices/system/cpu/cpu1/online": "1\n",
      },
      commands: { "uname -p": "unknown\n" },
    },
    facts: {
      processors: {
        cores: 1,
        count: 2,
        isa: "unknown",
        models: ["AMD EPYC", "AMD EPYC"],
        physicalcount: 1,
        speed: "2.60 GHz",
        threads: 2,
      },
      processor1: "AMD EPYC",
      processor2: undefined,
    },
  },
  {
    machine: "with a disk in parts",
    has: {
      files: {
        "/sys/block/sda/device/model": "QEMU HARDDISK   \n",
        "/sys/block/sda/device/vendor": "QEMU    \n",
        "/sys/block/sda/size": "2097152\n",
        "/sys/block/sda/queue/rotational": "1\n",
        "/sys/block/sda/sda1/partition": "1\n",
        "/sys/block/sda/sda1/size": "204800\n",
        "/etc/mtab": "/dev/sda1 /boot\\040x ext4 rw,relatime 0 0\nproc /proc proc rw 0 0\n",
      },
      commands: {
        "lsblk -dnP -o NAME,SERIAL,WWN": 'NAME="sda" SERIAL="QM1" WWN=""\n',
        blkid: '/dev/sda1: LABEL="boot" UUID="1-2" TYPE="ext4" PARTUUID="3-4"\n',
      },
      sizes: { "/boot x": { bsize: 4096n, blocks: 25600n, bfree: 12800n, bavail: 12544n } },
    },
    facts: {
      disks: {
        sda: {
          model: "QEMU HARDDISK",
          serial: "QM1",
          size: "1.00 GiB",
          size_bytes: 1073741824,
          type: "hdd",
          vendor: "QEMU",
        },
      },
      partitions: {
        "/dev/sda1": {
          filesystem: "ext4",
          label: "boot",
          mount: "/boot x",
          partuuid: "3-4",
          size: "100.00 MiB",
          size_bytes: 104857600,
          uuid: "1-2",
        },
      },
      'mountpoints."/boot x"': {
        available: "49.00 MiB",
        available_bytes: 51380224,
        capacity: "50.51%",
        device: "/dev/sda1",
        filesystem: "ext4",
        options: ["rw", "relatime"],
        size: "100.00 MiB",
        size_bytes: 104857600,
        used: "50.00 MiB",
        used_bytes: 52428800,
      },
      mountpoints: expect.not.objectContaining({ "/proc": expect.anything() }),
      blockdevices: "sda",
      blockdevice_sda_size: 1073741824,
    },
  },
  {
    machine: "with an SSH server",
    has: { files: { "/etc/ssh/ssh_host_ed25519_key.pub": "ssh-ed25519 AAAA root@web1\n" } },
    facts: {
      "ssh.ed25519.key": "AAAA",
      "ssh.ed25519.fingerprints.sha1": "SSHFP 4 1 29e2dcfbb16f63bb0254df7585a15bb6fb5e927d",
      sshed25519key: "AAAA",
      sshrsakey: undefined,
    },
  },
  {
    machine: "with odd things running",
    has: {
      files: {
        "/proc/loadavg": "0.06 1.00 2.5 1/100 4242\n",
        "/proc/filesystems": "nodev\tsysfs\n\text4\n\tbtrfs\n\tfuseblk\n",
      },
    },
    facts: {
      load_averages: { "1m": 0.06, "5m": 1, "15m": 2.5 },
      filesystems: "btrfs,ext4",
      fips_enabled: false,
    },
  },
];

describe.each(rows)("on a machine $machine", ({ has, facts }) => {
  const host = madeUpHost(has);
  const found = factsHash({ host });
  it.each(Object.entries(facts))("%s", (query, expected) => {
    const value = queried(found, query);
    expect(value === undefined ? undefined : toPlain(value)).toEqual(expected);
    expect(host.warnings).toEqual([]);
  });
});
