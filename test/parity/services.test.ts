import { expect, test } from "vitest";
import { inside, onBootedRoot } from "./booted-root.ts";
import { MAIN, NODE } from "./throwaway-root.ts";

const LONG = "[Service]\nExecStart=/bin/sleep infinity\n";
const INSTALL = "[Install]\nWantedBy=multi-user.target\n";
const UNITS = {
  good: LONG + INSTALL,
  good2: LONG + INSTALL,
  bad: `[Service]\nType=oneshot\nExecStart=/bin/sh -c 'exit 3'\n${INSTALL}`,
  fixed: LONG,
};

/** Applied one after another, each twice. */
const MANIFESTS = [
  `service { 'good': ensure => running, enable => true }
   service { 'good2': enable => mask }
   service { 'bad': ensure => running }
   service { 'fixed': ensure => true, enable => true }
   service { 'nosuch': ensure => running }
   service { 'nosuch2': ensure => stopped, enable => false }`,
  `service { 'good': ensure => stopped, enable => false }
   service { 'good2': ensure => running, enable => true }
   service { 'own': ensure => running, start => 'touch /run/own', stop => 'rm /run/own', status => 'test -e /run/own' }`,
  `notify { 'changed': } ~> service { ['good2', 'good']: }
   service { 'fixed': ensure => stopped }
   service { 'good.service': flags => '-x', enable => false }
   service { 'own': ensure => stopped, start => 'touch /run/own', stop => 'rm /run/own', status => 'test -e /run/own' }`,
  `service { 'good': ensure => running, enable => manual }`,
  `notify { 'changed': } ~> package { 'bash': ensure => present }`,
];

test("services are told and made alike by Puppet and here", { timeout: 900_000 }, () => {
  const puppet = told("puppet apply");
  expect(puppet).toContain(
    "Notice: /Stage[main]/Main/Service[good]/ensure: ensure changed 'stopped' to 'running'",
  );
  expect(told(`${inside(NODE)} ${inside(MAIN)} apply`)).toEqual(puppet);
});

function told(apply: string): string[] {
  const units = Object.entries(UNITS).map(([name, text]) =>
    file(`/usr/lib/systemd/system/${name}.service`, text),
  );
  const runs = MANIFESTS.flatMap((manifest, i) => [
    file(`/opt/m${i}.pp`, manifest),
    ...Array<string>(2).fill(`${apply} --color=false /opt/m${i}.pp\n${state()}`),
  ]);
  const text = onBootedRoot([...units, "systemctl daemon-reload", ...runs].join("\n"));
  const said = text.split("\n").filter((line) => /^(Notice|Warning|Error|unit)/.test(line));
  return said.filter((line) => !/^\w+: (Facter|Compiled|Applied)/.test(line));
}

function state(): string {
  const shown = Object.keys(UNITS).map(
    (name) => `echo unit ${name} $(systemctl show -p ActiveState,UnitFileState --value ${name})`,
  );
  return shown.join("\n");
}

function file(path: string, text: string): string {
  return `cat > ${path} <<'END'\n${text}\nEND`;
}
