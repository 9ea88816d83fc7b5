define m::thing ($a = $m::params::v) {
  notify { "thing ${title} ${a} ${module_name}": }
}
