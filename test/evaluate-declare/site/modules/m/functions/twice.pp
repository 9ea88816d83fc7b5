function m::twice(Integer $x) >> Integer {
  $x * 2
}
