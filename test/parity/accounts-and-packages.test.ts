import { describe, expect, test } from "vitest";
import { MAIN, NODE, onThrowawayRoot } from "./throwaway-root.ts";

/** Manifests applied one after another, by Puppet and by this program, each on a throwaway copy of this machine. */
const rows: { about: string; manifests: readonly string[] }[] = [
  {
    about: "users and groups",
    manifests: [
      `group { 'ng': gid => 2345 }
       group { 'sg': ensure => present, system => true }
       user { 'u1': ensure => present, comment => 'U One', groups => ['ng', 'adm'], shell => '/bin/sh',
         managehome => true, password => '$6$abc', password_max_age => 90 }
       user { 'u2': uid => 4321, gid => 'ng', home => '/srv/u2', expiry => '2031-02-03', system => true }
       user { 'u3': ensure => present, shell => '/bin/nosuchshell' }
       user { 'games': groups => ['ng'], comment => 'gamer', gid => 'sg' }`,
      `user { 'u1': ensure => present, comment => 'U 1', groups => ['sg'], membership => inclusive, shell => '/bin/bash',
         password => '$6$def', password_min_age => 2, password_warn_days => 3, uid => 5555, home => '/h1' }
       user { 'u2': gid => 'adm', expiry => 'absent' }
       user { 'u4': ensure => present, groups => ['nosuchgroup'] }
       group { 'ng': gid => 2346 }`,
      `user { 'u1': groups => [], membership => inclusive, gid => 'nope' }
       user { 'u2': ensure => absent, managehome => true }
       user { 'u5': ensure => absent }
       user { 'u6': ensure => present, uid => 0 }
       group { 'sg': ensure => absent }`,
    ],
  },
  {
    about: "packages",
    manifests: [
      `package { 'hello': ensure => latest }
       -> package { 'tree': ensure => installed, install_options => ['--no-install-recommends'] }
       package { 'nosuchpkg': ensure => present }
       package { 'less': mark => hold }
       package { 'figlet': ensure => '>=1.0 <9', mark => hold }`,
      `package { 'hello': ensure => absent }
       package { 'tree': ensure => purged }
       package { 'figlet': ensure => latest, mark => none }
       package { 'less': ensure => purged }
       package { 'never': ensure => absent }
       package { 'file': provider => dpkg }
       package { 'yumyum': provider => yum }`,
    ],
  },
];

const STATE = `
for file in passwd group shadow; do sed "s/^/$file /" /etc/$file; done
dpkg-query -W -f '\${Package} \${Version} \${Status}\\n'
ls /home
`;

describe.each(rows)("$about, by Puppet and here", ({ manifests }) => {
  test("are said and done alike, and only once", { timeout: 600_000 }, () => {
    const twice = manifests.flatMap((manifest) => [manifest, manifest]);
    const puppet = told(twice, "puppet apply");
    expect(puppet.filter((line) => line.endsWith("ensure: created")).length).toBeGreaterThan(2);
    expect(told(twice, `${NODE} ${MAIN} apply`)).toEqual(puppet);
  });
});

/** Resources' lines in order of speech, then what the machine has become. */
function told(manifests: readonly string[], apply: string): string[] {
  const steps = manifests.map(
    (manifest, i) => `cat > /m${i}.pp <<'END'\n${manifest}\nEND\n${apply} --color=false /m${i}.pp`,
  );
  const text = onThrowawayRoot(`${steps.join("\n")}\necho STATE\n${STATE}`);
  const [lines = "", state = ""] = text.split("STATE\n");
  const own = lines
    .split("\n")
    .filter((line) => /^(Notice|Warning|Error): (?!Facter|Compiled|Applied)/.test(line));
  return [...own, ...state.split("\n")];
}
