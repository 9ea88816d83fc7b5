# What test/parity/modules.test.ts compiles with modules as Debian packages them, each piece for itself; blank lines
# part them.

apt::source { 'example':
  location => 'http://deb.example.net/debian',
  repos    => 'main contrib',
  release  => 'bullseye',
  include  => { 'src' => true },
}

class { 'apt':
  purge   => { 'sources.list' => true, 'preferences.d' => true },
  sources => { 'backports' => { 'location' => 'http://deb.example.net/debian', 'release' => 'bullseye-backports', 'repos' => 'main' } },
  pins    => { 'held' => { 'packages' => ['a', 'b'], 'priority' => -1 } },
  settings => { 'conf-proxy' => { 'content' => 'Acquire::http::Proxy "http://proxy.example.net";' } },
}

archive { '/tmp/tool.tar.gz':
  source       => 'https://files.example.net/tool.tar.gz',
  extract      => true,
  extract_path => '/opt',
  creates      => '/opt/tool',
  cleanup      => true,
}

class { 'archive': aws_cli_install => true, seven_zip_name => '7zip' }

class { 'ntp': servers => ['a.example.net', 'b.example.net'], restrict => ['127.0.0.1'], service_manage => false }

class { 'systemd':
  manage_resolved => true,
  manage_networkd => true,
  manage_timesyncd => true,
  ntp_server => ['ntp.example.net'],
  service_limits => { 'web.service' => { 'limits' => { 'LimitNOFILE' => 65536 } } },
}

systemd::unit_file { 'worker.service':
  content => "[Service]\nExecStart=/usr/bin/worker\n",
  enable  => true,
  active  => true,
}
systemd::dropin_file { 'limits.conf': unit => 'worker.service', content => "[Service]\nNice=5\n" }

systemd::tmpfile { 'run.conf': content => 'd /run/worker 0755 root root' }

concat { '/etc/motd': ensure => present, owner => 'root', order => 'numeric' }
concat::fragment { 'first': target => '/etc/motd', content => "Welcome\n", order => '01' }
concat::fragment { 'last': target => '/etc/motd', source => 'puppet:///modules/none/motd', order => '99' }

$defaults = { 'path' => '/etc/tool.ini', 'ensure' => present }
$settings = { 'main' => { 'color' => 'always', 'retries' => { 'ensure' => 'absent' } } }
$settings.each |$section, $pairs| {
  $pairs.each |$name, $value| {
    $given = $value ? { Hash => $value, default => { 'value' => $value } }
    ini_setting { "${section} ${name}": * => $defaults + { 'section' => $section, 'setting' => $name } + $given }
  }
}

stage { 'last': require => Stage['main'] }
class { 'stdlib::stages': }
file_line { 'host': path => '/etc/hosts', line => '192.0.2.1 a', match => '^192\.0\.2\.1' }
ensure_packages({ 'vim' => { 'ensure' => 'latest' }, 'jq' => {} }, { 'ensure' => 'present' })
ensure_resource('user', ['ann', 'bob'], { 'shell' => '/bin/sh' })
ensure_resources('group', { 'staff' => { 'gid' => 50 } })

class web(Stdlib::Absolutepath $root, Stdlib::HTTPUrl $url, Optional[Stdlib::Port] $port = undef) {
  $host = $url.regsubst('^https?://([^/:]+).*$', '\1')
  file { [$root, "${root}/${host}"]: ensure => directory }
  -> file { "${root}/index.html": content => pick($port, 80).to_json, mode => Stdlib::Filemode =~ Type ? { true => '0644', default => '0600' } }
}
class { 'web': root => '/srv/www', url => 'http://www.example.net/path' }

class web(Stdlib::Absolutepath $root) {}
class { 'web': root => 'srv' }

class { 'chrony': }

class { 'mysql::client': package_ensure => 'latest', bindings_enable => true }

class { 'mysql::bindings': python_enable => true, perl_enable => true, client_dev => true }

class { 'mysql::server': package_name => 'mariadb-server', root_password => 'secret', override_options => { 'mysqld' => { 'max_connections' => '1024' } } }
mysql::db { 'app': user => 'app', password => 'secret', grant => ['SELECT', 'UPDATE'] }

class { 'postgresql::globals': version => '13', encoding => 'UTF-8' }

class { 'postgresql::client': package_ensure => 'latest' }

class { 'postgresql::lib::devel': link_pg_config => false }

class { 'memcached': max_memory => 128, listen_ip => '127.0.0.1' }

class { 'ssh::client': options => { 'Host *' => { 'SendEnv' => 'LANG' } } }

class { 'ssh': storeconfigs_enabled => false, server_options => { 'Port' => [22, 2222], 'PermitRootLogin' => 'no' } }

firewall { '100 web': dport => [80, 443], proto => 'tcp', action => 'accept' }
class { 'firewall': ensure => stopped }

class { 'haproxy': service_ensure => 'stopped', global_options => { 'maxconn' => '100' }, defaults_options => { 'retries' => '5' } }

class { 'sssd': }

class { 'xinetd': confdir => '/etc/xinetd.d', package_ensure => 'latest' }

vcsrepo { '/srv/app': ensure => latest, provider => git, source => 'https://git.example.net/app.git', revision => 'main' }

staging::file { 'sample': source => 'http://files.example.net/sample' }

class { 'rabbitmq': service_manage => false, delete_guest_user => true }

rabbitmq_user { 'app': admin => true, password => 'secret', tags => ['monitoring'] }
rabbitmq_vhost { '/app': ensure => present }
-> rabbitmq_user_permissions { 'app@/app': configure_permission => '.*', read_permission => '.*', write_permission => '.*' }

keystone_config { 'DEFAULT/debug': value => true }
nova_config { 'DEFAULT/host': value => 'one.example.net' }
Keystone_config<||> ~> Anchor['keystone::service::begin']
include keystone::deps

class { 'nova::params': }
@user { 'nova': uid => 64060, tag => 'openstack' }
User <| tag == 'openstack' |> { shell => '/bin/false' }

class { 'openstack_extras::repo::debian::params': }

class { 'swift::params': }
include swift::deps

file { '/srv': ensure => directory, before => Class['apt'] }
include apt
include apt

define d() { notify { "d ${title} [${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } }
class c { notify { "c[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } d { 'y': } include e }
class e { notify { "e[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } }
class base { } class kid inherits base { notify { "kid[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } }
d { 'x': } include c
include kid
notify { "top[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": }

class e { notify { "e[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } }
define d() { notify { "d ${title} [${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } }
node default { include e  d { 'n': } notify { "node[${caller_module_name}|${module_name}]${$caller_module_name =~ Undef}${$module_name =~ Undef}": } [1].each |$x| { d { 'l': } } }

create_resources('notify', {'a' => {}}, { 'message' => 'x' })
create_resources('notify', {'b' => { 'nope' => 1}})

create_resources('notify', {'a' => {}})
create_resources('notify', {'a' => {}})

create_resources('foo', {'a' => {}})

create_resources('class', {'a' => {}})

define d() { fail('no') }
create_resources('d', {'a' => {}})

include apache::default_confd_files

include apache::default_mods

include apache::dev

include apache::mod::actions

include apache::mod::auth_basic

include apache::mod::auth_cas

include apache::mod::authn_core

include apache::mod::authn_dbd

include apache::mod::authn_file

include apache::mod::authz_default

include apache::mod::authz_user

include apache::mod::cache

include apache::mod::cluster

include apache::mod::dav

include apt

include apt::backports

include apt::params

include apt::update

include archive

include archive::params

include archive::staging

include chrony::params

include collectd

include collectd::config

include collectd::install

include collectd::params

include collectd::plugin::amqp

include collectd::plugin::amqp1

include collectd::plugin::apache

include collectd::plugin::bind

include collectd::plugin::ceph

include collectd::plugin::connectivity

include collectd::plugin::filter

include collectd::plugin::mongodb

include collectd::plugin::nginx

include collectd::plugin::ping

include corosync

include corosync::params

include corosync::reprobe

include firewall

include firewall::linux

include firewall::linux::archlinux

include firewall::linux::debian

include firewall::linux::gentoo

include firewall::linux::redhat

include firewall::params

include haproxy::globals

include haproxy::params

include heat::client

include heat::clients

include heat::clients::aodh

include heat::clients::barbican

include heat::clients::cinder

include heat::clients::designate

include heat::clients::glance

include heat::clients::heat

include heat::clients::keystone

include heat::clients::magnum

include heat::clients::manila

include heat::clients::mistral

include heat::clients::neutron

include heat::clients::nova

include keystone::bootstrap

include keystone::client

include keystone::config

include keystone::cors

include keystone::cron::fernet_rotate

include keystone::cron::trust_flush

include keystone::db::mysql

include keystone::db::postgresql

include keystone::db::sync

include keystone::deps

include keystone::federation

include keystone::federation::identity_provider

include keystone::federation::mellon

include keystone::federation::openidc

include logrotate::defaults::redhat

include logrotate::defaults::suse

include logrotate::hourly

include memcached::params

include mysql::bindings

include mysql::bindings::java

include mysql::bindings::perl

include mysql::bindings::php

include mysql::bindings::python

include mysql::bindings::ruby

include mysql::client

include mysql::client::install

include mysql::params

include mysql::server::account_security

include mysql::server::binarylog

include mysql::server::config

include mysql::server::install

include mysql::server::installdb

include nova::availability_zone

include nova::cell_v2::discover_hosts

include nova::cell_v2::map_cell0

include nova::cell_v2::map_cell_and_hosts

include nova::cell_v2::map_instances

include nova::cell_v2::simple_setup

include nova::client

include nova::compute::image_cache

include nova::compute::libvirt

include nova::compute::libvirt::config

include nova::compute::libvirt::libvirtd

include nova::compute::libvirt::networks

include nova::compute::libvirt::qemu

include nova::compute::libvirt::services

include ntp

include ntp::config

include ntp::install

include ntp::service

include openstack_extras::auth_file

include openstack_extras::repo::debian::debian

include openstack_extras::repo::debian::params

include openstack_extras::repo::debian::ubuntu

include openstack_extras::repo::redhat::params

include openstacklib::defaults

include openstacklib::iscsid

include openstacklib::openstackclient

include openstacklib::params

include openstacklib::policyrcd

include postfix::augeas

include postfix::ldap

include postfix::mailman

include postfix::mta

include postfix::packages

include postfix::params

include postfix::satellite

include postfix::service

include postgresql::client

include postgresql::globals

include postgresql::lib::devel

include postgresql::lib::docs

include postgresql::lib::java

include postgresql::lib::perl

include postgresql::lib::python

include postgresql::params

include postgresql::repo

include postgresql::repo::apt_postgresql_org

include postgresql::repo::yum_postgresql_org

include postgresql::server

include postgresql::server::config

include postgresql::server::contrib

include rabbitmq::config

include rabbitmq::install

include rabbitmq::install::rabbitmqadmin

include rabbitmq::management

include rabbitmq::params

include rabbitmq::repo::apt

include rabbitmq::repo::rhel

include rsync

include ssh::client::config

include ssh::client::install

include ssh::knownhosts

include ssh::params

include ssh::server::config

include ssh::server::install

include sssd::config

include sssd::install

include sssd::params

include sssd::service

include staging

include staging::params

include stdlib

include stdlib::manage

include stdlib::stages

include swift::auth_file

include swift::bench

include swift::client

include swift::config

include swift::constraints

include swift::containerreconciler

include swift::deps

include swift::dispersion

include swift::internal_client

include swift::internal_client::cache

include swift::internal_client::catch_errors

include swift::internal_client::proxy_logging

include swift::internal_client::symlink

include swift::keymaster

include sysctl::base

include sysctl::values

include systemd

include systemd::journald

include systemd::logind

include systemd::networkd

include systemd::resolved

include systemd::system

include systemd::systemctl::daemon_reload

include systemd::timesyncd

include systemd::tmpfiles

include systemd::udevd

include xinetd::params
