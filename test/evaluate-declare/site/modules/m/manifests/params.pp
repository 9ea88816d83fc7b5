class m::params {
  $v = 7
}
