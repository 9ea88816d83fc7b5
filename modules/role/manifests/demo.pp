# A machine to try things on: a small site in a directory of its own.
class role::demo {
  $directory = lookup('demo::directory')

  file { $directory:
    ensure => directory,
    mode   => '0700',
  }

  contain profile::page

  File[$directory] -> Class['profile::page']
}
