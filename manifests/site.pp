# What this machine is for is a fact: `--fact role=web`, FACTER_role=web, or a file in facts.d. Without one, the
# machine becomes a demonstration that touches nothing outside one directory under /tmp.
$purpose = $facts['role'] ? {
  undef   => 'demo',
  default => $facts['role'],
}

node default {
  include "role::${purpose}"
}
