class m::sub::deep inherits m::params {
  notify { "deep ${m::params::v} ${v} ${module_name}": }
  include n
}
