# nginx, serving the page of profile::page under an account of its own.
class profile::web_server (
  Integer[1, 65535] $port,
  String[1]         $server_name,
  String[1]         $user = 'webmaster',
) {
  package { 'nginx':
    ensure => installed,
  }

  group { $user:
    ensure => present,
    system => true,
  }

  user { $user:
    ensure => present,
    system => true,
    gid    => $user,
    home   => '/srv/www',
    shell  => '/usr/sbin/nologin',
  }

  file { '/etc/nginx/sites-available/page':
    content => epp('profile/nginx.conf.epp', {
        'port'        => $port,
        'server_name' => $server_name,
        'root'        => $profile::page::directory,
    }),
    mode    => '0644',
    require => Package['nginx'],
    notify  => Service['nginx'],
  }

  # In the place of the page that the package brings.
  file { '/etc/nginx/sites-enabled/default':
    ensure  => link,
    target  => '/etc/nginx/sites-available/page',
    require => Package['nginx'],
    notify  => Service['nginx'],
  }

  service { 'nginx':
    ensure => running,
    enable => true,
  }
}
