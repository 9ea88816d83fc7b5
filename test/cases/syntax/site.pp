# A manifest that says a little of everything.
/* comments
   span lines */
type Port = Integer[1, 65535]
type Endpoint = Struct[{ host => String[1], 'port' => Optional[Port] }]
type Thing = { attributes => { name => String } }

function site::twice(Numeric $x, Numeric *$more) >> Numeric {
  $more.reduce($x * 2) |$sum, $each| { $sum + $each * 2 }
}

class base(
  String            $owner   = 'root',
  Array[String, 1]  $hosts   = ['a.example.com', "${facts['fqdn']}"],
  Optional[Boolean] $verbose = undef,
) inherits base::params {
  require base::common
  include base::one, base::two
  notice "hello ${owner}, port ${8000 + 80}", 'it\'s', "tab\t\u0041\$"

  $motd = @("MOTD"/L)
    Welcome to ${facts['networking']['hostname']}, \
    a ${facts['os']['family'].downcase} machine.
    | MOTD
  $plain = @(RAW:json)
  {"a": 1}
  - RAW

  File { owner => $owner, mode => '0644' }

  file { '/etc/motd':
    ensure  => file,
    content => $motd;
  ['/etc/a', '/etc/b']:
    * => { ensure => directory },
    mode => '0755';
  }
  -> package { 'nginx': ensure => installed }
  ~> service { 'nginx':
    ensure => running,
    if     => 'keyword',
  }

  @user { 'virtual': uid => 0x3e8 }
  @@host { $hosts: ip => '10.0.0.1' }
  User <| title == 'virtual' and (groups != admin or uid == 0777) |> { groups +> 'staff' }
  Host <<| tag == 'web' |>>
  File['/etc/motd'] { group => 'adm' }
  class { 'other': before => Class['base::one'] }

  case $facts['os']['name'] {
    'Debian', /^(?i:ubuntu)$/: { $apt = true }
    /\/slash/: { }
    default: { $apt = false }
  }
  if $apt and !$verbose or 1 + 2 * 3 >= 7 { warning('apt') }
  elsif $owner =~ /^r(o+)t$/ { notice($1) }
  elsif 'x' in ['x', 'y'] { fail("no ${1} ${owner[0, 2]}") }
  else { debug(*[1, 2], a => 1, 'b' => -2.5e-3) }
  unless $apt { info 'none' } else { err 'some' }

  $choice = $apt ? {
    true    => $hosts.map |$i, String $h = 'x'| { "${i}: ${h.upcase[0]}" },
    default => [],
  }
  [$first, $second] = [1, 2 << 3 >> 1 % 2]
  with(default, undef, false) |*$rest| { $rest }
  Integer('42').then |$n| { return($n) }

  class nested { define inner($title_ = $name) { notify { $title_: } } }
}

node 'www.example.com', /^db\d+$/, mail.example.com, default {
  contain base
  realize User['virtual']
}
