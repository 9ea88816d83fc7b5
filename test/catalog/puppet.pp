class a ($x = 1) { notify { 'hi': message => $x } contain b }
class b { d { 'q': p => 'z', tag => 'tg' } -> notify { 'after d': } }
define d ($p) {
  notify { "d${name}": message => $p, noop => true }
  file { '/tmp/x/':
    ensure  => file,
    alias   => 'al',
    content => Sensitive('secret'),
    notify  => Exec['/bin/true'],
  }
}
include a
exec { '/bin/true': refreshonly => true, path => ['/bin', '/usr/bin'], timeout => 1.5 }
notify { 'pre': before => Class['a'], loglevel => warning, message => { 'k' => [1, undef, true, File['al']] } }
stage { 'first': before => Stage['main'] }
class s { notify { 's': } }
class { 's': stage => first }
@user { 'virtual': }
@user { 'real': groups => ['x'] }
realize User['real']
