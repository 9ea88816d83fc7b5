#---
class a($x = 1, $y = $x + 1, Integer $z = $y * 2) { notice($x, $y, $z) }
class { 'a': x => 5 }
#=> Notice: Scope(Class[A]): 5 6 12

#---
class a(String $x = $title) { notice($x) }
include a
#=> Notice: Scope(Class[A]): a

#---
define d($x = $name, $y = $title) { notice("${x} ${y} ${module_name}") }
d { ['a', 'b']: }
#=> Notice: Scope(D[a]): a a
#=> Notice: Scope(D[b]): b b

#---
class base { $v = 'b' }
class sub inherits base { $w = "${v}${base::v}" notice($w) }
include sub
notice($sub::v, $base::v)
#=> Notice: Scope(Class[Sub]): bb
#=> Notice: Scope(Class[main]): b b

#---
class a { $x = 1 class_in() }
function class_in() { notice($a::x) notice("${a::x}") }
include a
#=> Notice: Scope(Class[main]): 1
#=> Notice: Scope(Class[main]): 1

#---
[1, 2].each |$i| { define_it($i) }
function define_it($i) { notify { "n${i}": } }

#---
$x = 5
$l = [1, 2].map |$y| { $y + $x }
notice($l)
with(3) |$x| { with(4) |$y| { notice($x, $y) } }
#=> Notice: Scope(Class[main]): [6, 7]
#=> Notice: Scope(Class[main]): 3 4

#---
$a = { 'x' => [1, 2, { 'y' => 'z' }] }
notice($a['x'][2]['y'], $a.dig('x', 2, 'y'), "${a['x'][2]['y']}", "${a[x][2][y]}")
#=> Notice: Scope(Class[main]): z z z z

#---
$m = 'foo-1.2' ? { /^(\w+)-(\d+)\.(\d+)$/ => [$1, $2, $3] }
notice($m)
#=> Notice: Scope(Class[main]): [foo, 1, 2]

#---
notice([1, 2, 3].reduce |$memo, $value| { $memo + $value })
notice({ 'a' => 1, 'b' => 2 }.filter |$k, $v| { $v > 1 })
notice([3, 1, 2].sort |$a, $b| { compare($b, $a) })
#=> Notice: Scope(Class[main]): 6
#=> Notice: Scope(Class[main]): {b => 2}
#=> Notice: Scope(Class[main]): [3, 2, 1]

#---
if $facts['os']['family'] == 'Debian' and !('x' in ['y']) { notice('yes') }
unless $facts['nope'] { notice('no fact') }
#=> Notice: Scope(Class[main]): yes
#=> Notice: Scope(Class[main]): no fact

#---
$v = $facts['os']['nope']['deeper']
#=> Error: Evaluation Error: Operator '[]' is not applicable to an Undef Value. (line: 1, column: 6)

#---
notice($facts['os']['nope'] =~ Undef, $facts[nope], $facts['os'][family])
#=> Notice: Scope(Class[main]): true  Debian

#---
case $facts['os']['family'] {
  'RedHat', 'Suse': { notice('rpm') }
  /^(Deb)ian$/: { notice("deb ${1}") }
  default: { fail('unsupported') }
}
#=> Notice: Scope(Class[main]): deb Deb

#---
$str = @("EOT"/t$)
  a\tb \$x ${facts['os']['family']}
  | EOT
notice($str)
#=> Notice: Scope(Class[main]): a	b $x Debian

#---
notice(Sensitive([1, 'a']), [Sensitive('x')], { a => Sensitive('y') })
#=> Notice: Scope(Class[main]): Sensitive [value redacted] [Sensitive [value redacted]] {a => Sensitive [value redacted]}

#---
notice(1.type, 'x'.type, [1, 'x'].type, { a => undef }.type, undef.type, default.type, Integer.type, /x/.type, 1.5.type, true.type)
#=> Notice: Scope(Class[main]): Integer[1, 1] String Tuple[Integer[1, 1], String] Struct[{NotUndef['a'] => Undef}] Undef Default Type[Integer] Regexp[/x/] Float[1.5, 1.5] Boolean[true]

#---
function f(Enum['a', 'b'] $x, Struct[{ k => Integer, Optional[o] => String }] $y = { k => 1 }) { notice($x, $y) }
f('a')
f('b', { k => 2, o => 's' })
f('c')
#=> Notice: Scope(Class[main]): a {k => 1}
#=> Notice: Scope(Class[main]): b {k => 2, o => s}
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a match for Enum['a', 'b'], got 'c' (line: 4, column: 1)

#---
function f(Enum['a', 'b'] $x, Struct[{ k => Integer, Optional[o] => String }] $y = { k => 1 }) { notice($x, $y) }
f('a', { k => 'x' })
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'y' entry 'k' expects an Integer value, got String (line: 2, column: 1)

#---
function f(Array[Integer, 1, 3] $x) { }
f([])
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects size to be between 1 and 3, got 0 (line: 2, column: 1)

#---
function f(Hash[String, Integer] $x) { }
f({ 'a' => 'b' })
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' entry 'a' expects an Integer value, got String (line: 2, column: 1)

#---
function f(Variant[Integer, Array[Integer]] $x) { }
f(['a'])
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' expects (Variant[Integer, Array[Integer]] x)
#=>   rejected: parameter 'x' variant 0 expects an Integer value, got Tuple
#=>   rejected: parameter 'x' variant 1 index 0 expects an Integer value, got String (line: 2, column: 1)

#---
function f(Optional[String[3]] $x) { }
f('ab')
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a value of type Undef or String[3], got String (line: 2, column: 1)

#---
function f(Pattern[/^a/] $x) { }
f('b')
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a match for Pattern[/^a/], got 'b' (line: 2, column: 1)

#---
function f(Callable $x) { }
f(1)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a Callable value, got Integer (line: 2, column: 1)

#---
function f(Type[Integer] $x) { }
f(String)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a Type[Integer] value, got Type[String] (line: 2, column: 1)

#---
function f(NotUndef $x) { }
f(undef)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a NotUndef value, got Undef (line: 2, column: 1)

#---
function f(Sensitive[String] $x) { }
f(Sensitive(1))
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a Sensitive[String] value, got Sensitive[Integer] (line: 2, column: 1)

#---
type Port = Integer[1, 65535]
function f(Port $x) { }
f(0)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects a Port = Integer[1, 65535] value, got Integer[0, 0] (line: 3, column: 1)

#---
type Deep = Struct[{ a => Array[Struct[{ b => Integer }]] }]
function f(Deep $x) { }
f({ a => [{ b => 1 }, { b => 'x' }] })
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' entry 'a' index 1 entry 'b' expects an Integer value, got String (line: 3, column: 1)

#---
function f(Integer $a, String $b) { }
f('x', 1)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'a' expects an Integer value, got String (line: 2, column: 1)

#---
function f(Integer $a, String *$b) { }
f(1, 'a', 2)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'b' expects a String value, got Integer (line: 2, column: 1)

#---
[1, 2].each |Integer $i, String $x| { notice($x) }
#=> Error: Evaluation Error: Error while evaluating a Method call, block parameter 'x' expects a String value, got Integer (line: 1, column: 7)

#---
{ a => 1 }.each |String $k, String $v| { notice($v) }
#=> Error: Evaluation Error: Error while evaluating a Method call, block parameter 'v' expects a String value, got Integer (line: 1, column: 11)

#---
notice([1, 'a', 2].filter |$x| { $x =~ Integer })
notice([1, 2, 3].any |$x| { $x > 2 }, [1, 2].all |$x| { $x > 0 })
#=> Notice: Scope(Class[main]): [1, 2]
#=> Notice: Scope(Class[main]): true true

#---
notice([[1, 2], [3, 4]].map |$pair| { $pair[0] }, [[1, 2], [3, 4]].map |$a, $b| { $b })
#=> Notice: Scope(Class[main]): [1, 3] [[1, 2], [3, 4]]

#---
$x = [1, 2, 3]
notice("${x[0]} ${x[-1]} ${x[1,2]} ${$x.length} ${length($x)}")
#=> Notice: Scope(Class[main]): 1 3 [2, 3] 3 3

#---
notice(undef == '', undef =~ Undef, '' =~ String[1], [] =~ Array[Any, 1], {} == {}, [] == [])
#=> Notice: Scope(Class[main]): false true false false true true

#---
notice('%s is %d' .sprintf('a', 5), sprintf('%05.2f|%-5s|%x', 3.14159, 'ab', 255))
#=> Notice: Scope(Class[main]): a is 5 03.14|ab   |ff

#---
$result = [1, 2, 3, 4].slice(2).map |$x| { $x[0] + $x[1] }
notice($result, [1, 2, 3].slice(2))
#=> Notice: Scope(Class[main]): [3, 7] [[1, 2], [3]]

#---
notice(Integer('0b101'), Integer(3.7), Float(3), String(255, '%#x'), Boolean('no'), Numeric('0xA'), Array('ab'), Hash(['a', 1, 'b', 2]))
#=> Notice: Scope(Class[main]): 5 3 3.0 0xff false 10 [a, b] {a => 1, b => 2}

#---
notice("\$escaped ${'q'} \\ \" \u2713")
#=> Notice: Scope(Class[main]): $escaped q \ " ✓

#---
notice('single ${x} \n \' \\')
#=> Notice: Scope(Class[main]): single ${x} \n ' \

#---
$h = { 'a' => 1 }
notice("${h}", "${h.keys}", "${h['a'] + 1}", "${$h['a'] * 3}")
#=> Notice: Scope(Class[main]): {a => 1} [a] 2 3

#---
function seen() { notice("-${1}-") }
if 'ab' =~ /(a)/ { seen() }
#=> Notice: Scope(Class[main]): --

#---
notice($settings::storeconfigs, $settings::strict, $settings::runinterval)
#=> Notice: Scope(Class[main]): false warning 1800

#---
notice(type({ a => b }.reverse_each), type(Integer[1, 4].step(1)), type([].reverse_each))
#=> Notice: Scope(Class[main]): Iterator[Tuple[String, String, 2, 2]] Iterator[Integer[1, 4]] Iterator[Unit]
