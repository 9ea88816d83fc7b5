#---
$x = 'v'
$h = {a => {b => 1}}
notice("$x ${x} ${x}y $h ${h[a]} ${h['a']['b']} ${h.length} ${x.upcase} ${[1, 'a', undef]} ${undef} ${[true, 1.0, default, /a\/b/]}")
#=> Warning: Unknown variable: 'undef'. (line: 3, column: 94)
#=> Notice: Scope(Class[main]): v v vy {a => {b => 1}} {b => 1} 1 1 V [1, a, ]  [true, 1.0, default, /a\/b/]

#---
notice("a\tb\\n\u00e4\u{1F600}\$x 'q' \"dq\"")
#=> Notice: Scope(Class[main]): a	b\nä😀$x 'q' "dq"

#---
notice('a\tb\'c\\d')
#=> Notice: Scope(Class[main]): a\tb'c\d

#---
notice("${1 + 2} ${if true { 'y' }} ${[1, 2].map |$x| { $x * 2 }}")
#=> Notice: Scope(Class[main]): 3 y [2, 4]

#---
$a = {'k' => 'v', 1 => [undef, default], [1] => {}}
notice("${a}")
#=> Notice: Scope(Class[main]): {k => v, 1 => [, default], [1] => {}}

#---
notice(@(END))
  text $x
    indented
  | END
#=> Notice: Scope(Class[main]): text $x
#=>   indented

#---
$v = 1
notice(@("END"/L))
  v=${v} \
  joined
  |- END
#=> Notice: Scope(Class[main]): v=1 joined

#---
notice(@(END:json))
  {"a": 1}
  |- END
#=> Notice: Scope(Class[main]): {"a": 1}

#---
$v = '1}'
notice(@("END":json))
  {"a": ${v}
  |- END
#=> Notice: Scope(Class[main]): {"a": 1}

#---
notice("${Integer[1, 2]} ${File['/x']} ${Class['a']} ${Optional[String]} ${Timespan(61)} ${SemVer('1.2.3')} ${SemVerRange('>=1.0.0')} ${Binary('YQ==')} ${URI('http://x/')}")
#=> Notice: Scope(Class[main]): Integer[1, 2] File['/x'] Class[a] Optional[String] 0-00:01:01.0 1.2.3 >=1.0.0 YQ== http://x/

#---
notice(12345678901234567.0, 1e100, 0.00001, 100.0, 1e16, 123456789012345680.0, 1.0e15)
#=> Notice: Scope(Class[main]): 1.2345678901234568e+16 1.0e+100 1.0e-05 100.0 1.0e+16 1.2345678901234568e+17 1.0e+15

#---
$name = 'n'
notice("${name}s ${::name} $name-x")
#=> Error: Evaluation Error: Cannot reassign built in (or already assigned) variable '$name' (line: 1, column: 7)

#---
notice("${'nested'} ${"in ${'ner'}"}")
#=> Notice: Scope(Class[main]): nested in ner

#---
notice("$x::y")
#=> Warning: Unknown variable: 'x::y'. (line: 1, column: 9)
#=> Notice: Scope(Class[main]):

#---
notice("${facts['os']}")
#=> Notice: Scope(Class[main]): {family => Debian}

#---
notice("a${}b")
#=> Error: Syntax error at 'b' (line: 1, column: 13)

