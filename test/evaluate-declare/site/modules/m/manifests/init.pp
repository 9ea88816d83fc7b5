class m (M::Port $port = 80) {
  include m::sub::deep
  m::thing { 'one': }
  $r = m::twice(3)
  notify { "r${r}": }
}
