# A machine to try things on: a small site and a secret, in a directory of their own.
class role::demo {
  $directory = lookup('demo::directory')

  file { $directory:
    ensure => directory,
    mode   => '0700',
  }

  contain profile::page
  contain profile::credentials

  File[$directory] -> Class['profile::page', 'profile::credentials']
}
