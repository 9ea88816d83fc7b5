# A page about the machine, made of layered data, with checksums that follow it.
class profile::page (
  Profile::Absolute_path        $directory,
  String[1]                     $heading,
  Hash[String[1], String]       $properties = {},
  Hash[String[1], Profile::Url] $links      = {},
) {
  file { $directory:
    ensure  => directory,
    purge   => true,
    recurse => true,
    force   => true,
  }

  file { "${directory}/style.css":
    source => 'puppet:///modules/profile/style.css',
    mode   => '0644',
  }

  file { "${directory}/index.html":
    content => epp('profile/index.html.epp', {
        'heading'    => $heading,
        'properties' => $properties,
        'links'      => $links,
    }),
    mode    => '0644',
  }

  file { "${directory}/SHA256SUMS":
    ensure => file,
    mode   => '0644',
  }

  exec { 'checksums of the page':
    command     => 'sha256sum index.html style.css > SHA256SUMS',
    provider    => shell,
    cwd         => $directory,
    path        => ['/usr/bin', '/bin'],
    refreshonly => true,
    require     => File["${directory}/SHA256SUMS"],
    subscribe   => File["${directory}/index.html", "${directory}/style.css"],
  }
}
