# A web server: the page, served by nginx.
class role::web {
  contain profile::page
  contain profile::web_server

  Class['profile::page'] -> Class['profile::web_server']
}
