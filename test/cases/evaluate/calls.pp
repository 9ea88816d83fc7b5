#---
notice(nosuch(1))
#=> Error: Evaluation Error: Unknown function: 'nosuch'. (line: 1, column: 8)

#---
notise('x')
#=> Error: Evaluation Error: Unknown function: 'notise'. (line: 1, column: 1)

#---
'x'.notise
#=> Error: Evaluation Error: Unknown function: 'notise'. (line: 1, column: 4)

#---
notice('a', 1, undef, [1, undef], {a => undef}, default, true, 1.0, /x/, Integer)
#=> Notice: Scope(Class[main]): a 1  [1, ] {a => } default true 1.0 /x/ Integer

#---
'a'.notice
notice 'b'
[1, 2].notice
#=> Notice: Scope(Class[main]): a
#=> Notice: Scope(Class[main]): b
#=> Notice: Scope(Class[main]): [1, 2]

#---
notice('abc'.upcase.downcase.length, [3, 1].sort[0], 'a'.then |$x| { "${x}b" })
#=> Notice: Scope(Class[main]): 3 1 ab

#---
notice([1, 2, 3].filter |$x| { $x > 1 }.map |$x| { $x * 2 })
#=> Notice: Scope(Class[main]): [4, 6]

#---
notice({a => 1}.map |$k, $v| { "${k}${v}" }, {a => 1}.map |$e| { $e[0] }, [5].map |$i, $v| { [$i, $v] })
#=> Notice: Scope(Class[main]): [a1] [a] [[0, 5]]

#---
with(1) |$a, $b| { }
#=> Error: Evaluation Error: Parameter $b is required but no value was given (line: 1, column: 14)

#---
with(1, 2) |$a| { notice($a) }
#=> Notice: Scope(Class[main]): 1

#---
with(1) |String $a| { }
#=> Error: Evaluation Error: Error while evaluating a Function Call, block parameter 'a' expects a String value, got Integer (line: 1, column: 1)

#---
with(1) |$a, String $b = 'd'| { notice($a, $b) }
#=> Notice: Scope(Class[main]): 1 d

#---
with(1) |Integer $a, $b = $a + 1, $c = $b + 1| { notice($a, $b, $c) }
#=> Notice: Scope(Class[main]): 1 2 3

#---
with() |$a = $b, $b = 1| { notice($a) }
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: default expression for $a tries to illegally access not yet evaluated $b (line: 1, column: 1)

#---
with(1, 2, 3) |$a, *$r| { notice($a, $r) }
with(1) |$a, *$r| { notice($a, $r) }
with(1) |$a, *$r = 5| { notice($a, $r) }
with(1, undef) |$a, *$r = [5, 6]| { notice($a, $r) }
#=> Notice: Scope(Class[main]): 1 [2, 3]
#=> Notice: Scope(Class[main]): 1 []
#=> Notice: Scope(Class[main]): 1 [5]
#=> Notice: Scope(Class[main]): 1 [5, 6]

#---
with(1, 2, 3) |Integer *$r| { notice($r) }
#=> Notice: Scope(Class[main]): [1, 2, 3]

#---
with(1, 'a') |Integer *$r| { notice($r) }
#=> Error: Evaluation Error: Error while evaluating a Function Call, block parameter 'r' expects an Integer value, got String (line: 1, column: 1)

#---
with(1, 2, 3) |Array[Integer, 1, 2] *$r| { notice($r) }
#=> Error: Evaluation Error: Error while evaluating a Function Call, block expects between 1 and 2 arguments, got 3 (line: 1, column: 1)

#---
with(1) |Integer $x| >> String { $x }
#=> Error: Evaluation Error: Error while evaluating a Function Call, value returned from lambda has wrong type, expects a String value, got Integer (line: 1, column: 1)

#---
[1].each |$a, $b, $c| { }
#=> Error: Evaluation Error: Error while evaluating a Method call, 'each' block expects between 1 and 2 arguments, got 3 (line: 1, column: 4)

#---
[1].each |$x = 3| { notice($x) }
#=> Notice: Scope(Class[main]): 1

#---
[1, 2].each
#=> Error: Evaluation Error: Error while evaluating a Method call, 'each' expects a block (line: 1, column: 7)

#---
notice([1].map)
#=> Error: Evaluation Error: Error while evaluating a Method call, 'map' expects a block (line: 1, column: 11)

#---
notice(5.map |$x| { $x })
#=> Notice: Scope(Class[main]): [0, 1, 2, 3, 4]

#---
undef.each |$x| { notice($x) }
#=> Error: Evaluation Error: Error while evaluating a Method call, The function 'each' was called with arguments it does not accept. It expects one of:
#=>   (Hash hash, Callable[2, 2] block)
#=>     rejected: parameter 'hash' expects a Hash value, got Undef
#=>   (Hash hash, Callable[1, 1] block)
#=>     rejected: parameter 'hash' expects a Hash value, got Undef
#=>   (Iterable enumerable, Callable[2, 2] block)
#=>     rejected: parameter 'enumerable' expects an Iterable value, got Undef
#=>   (Iterable enumerable, Callable[1, 1] block)
#=>     rejected: parameter 'enumerable' expects an Iterable value, got Undef (line: 1, column: 6)

#---
'abc'.each |$x| { notice($x) }
#=> Notice: Scope(Class[main]): a
#=> Notice: Scope(Class[main]): b
#=> Notice: Scope(Class[main]): c

#---
function f(Integer $x) >> String { $x }
f(1)
#=> Error: Evaluation Error: Error while evaluating a Function Call, value returned from f has wrong type, expects a String value, got Integer (line: 2, column: 1)

#---
function f(Integer $x) { $x }
f('a')
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'x' expects an Integer value, got String (line: 2, column: 1)

#---
function f(Integer $x, String $y = 'd') { "${x}${y}" }
notice(f(1), f(1, 'z'), 5.f)
#=> Notice: Scope(Class[main]): 1d 1z 5d

#---
function f(Integer $x, String $y = 'd') { }
f()
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' expects between 1 and 2 arguments, got none (line: 2, column: 1)

#---
function f(Integer $x, String $y = 'd') { }
f(1, 2)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' parameter 'y' expects a String value, got Integer (line: 2, column: 1)

#---
function f(Integer $x) { }
f(1, 2, 3)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' expects 1 argument, got 3 (line: 2, column: 1)

#---
function f() { }
f(1)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' expects no arguments, got 1 (line: 2, column: 1)

#---
function f() { }
notice(f())
#=> Notice: Scope(Class[main]):

#---
function f($x, $y = $z, $z = 2) { $x }
f(1)
#=> Error: Evaluation Error: Error while evaluating a Function Call, f: default expression for $y tries to illegally access not yet evaluated $z (line: 2, column: 1)

#---
function f(*$rest) { $rest }
notice(f(), f(1), f(1, 2), f([1, 2]))
#=> Notice: Scope(Class[main]): [] [1] [1, 2] [[1, 2]]

#---
function f(Optional[Integer] $x = undef) { $x =~ Undef }
notice(f(), f(undef), f(1))
#=> Notice: Scope(Class[main]): true true false

#---
function f($x) { $x } 
f(1) |$y| { }
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'f' does not expect a block (line: 2, column: 1)

#---
function a::b($x) { $x * 2 }
notice(a::b(4), 4.a::b, ::a::b(5))
#=> Notice: Scope(Class[main]): 8 8 10

#---
function f($n) { if $n <= 1 { 1 } else { $n * f($n - 1) } }
notice(f(10))
#=> Notice: Scope(Class[main]): 3628800

#---
function f($x) { g($x) }
function g($x) { nope($x) }
f(1)
#=> Error: Evaluation Error: Unknown function: 'nope'. (line: 2, column: 18)

#---
function f($x) { $x + 'a' }
f(1)
#=> Error: Evaluation Error: The value 'a' cannot be converted to Numeric. (line: 1, column: 23)

#---
abs('x', 2)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'abs' expects 1 argument, got 2 (line: 1, column: 1)

#---
abs(true)
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'abs' parameter 'val' expects a value of type Numeric or String, got Boolean (line: 1, column: 1)

#---
notice(abs(-5), '-3'.abs)
#=> Warning: The abs() function's auto conversion of String to Numeric is deprecated - change to convert input before calling
#=>    (file & line not available)
#=> Notice: Scope(Class[main]): 5 3

#---
notice(Integer('42'), Integer('0x1f', 16), String(5), Float('1.5'), Boolean('yes'), Array({a => 1}), Hash([[a, 1]]), Timespan('1-02:03:04'))
#=> Notice: Scope(Class[main]): 42 31 5 1.5 true [[a, 1]] {a => 1} 1-02:03:04.0

#---
notice(Integer('x'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'new' The string 'x' cannot be converted to Integer (line: 1, column: 8)

#---
notice(Integer[1, 5](7))
#=> Error: Evaluation Error: Error while evaluating a Function Call, Converted value from Integer[1, 5].new() has wrong type, expects an Integer[1, 5] value, got Integer[7, 7] (line: 1, column: 8)

#---
notice(Integer(undef))
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'new' Value of type Undef cannot be converted to Integer (line: 1, column: 8)

#---
notice(Foo(1))
#=> Error: Evaluation Error: Resource type not found: Foo (line: 1, column: 8)

#---
type Foo = Object[{attributes => {a => Integer, b => {type => String, value => 'd'}}}]
$f = Foo(3)
notice($f.a, $f.b, $f)
#=> Notice: Scope(Class[main]): 3 d Foo({'a' => 3})

#---
type Foo = Object[{attributes => {a => Integer}}]
notice(Foo('x'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, The function 'new_Foo' was called with arguments it does not accept. It expects one of:
#=>   (Struct[{'a' => Integer}] hash)
#=>     rejected: parameter 'hash' expects a Struct value, got String
#=>   (Integer a)
#=>     rejected: parameter 'a' expects an Integer value, got String (line: 2, column: 8)

#---
type Foo = Object[{attributes => {a => Integer}}]
notice(Foo(3).nope)
#=> Error: Evaluation Error: Unknown function: 'nope'. (line: 2, column: 14)

#---
notice(URI('http://a.b/c').host, SemVer('1.2.3'))
#=> Notice: Scope(Class[main]): a.b 1.2.3

#---
notice(Sensitive('x'), "${Sensitive('x')}", Sensitive('x').unwrap)
#=> Notice: Scope(Class[main]): Sensitive [value redacted] Sensitive [value redacted] x

#---
fail('boom')
#=> Error: Evaluation Error: Error while evaluating a Function Call, boom (line: 1, column: 1)

#---
fail('boom', 1, [2])
#=> Error: Evaluation Error: Error while evaluating a Function Call, boom 1 [2] (line: 1, column: 1)

#---
$x = fail('boom')
#=> Error: Evaluation Error: Error while evaluating a Function Call, boom (line: 1, column: 6)

#---
class a { fail('in class') }
include a
#=> Error: Evaluation Error: Error while evaluating a Function Call, in class (line: 1, column: 11)

#---
[1].each |$x| { fail("at ${x}") }
#=> Error: Evaluation Error: Error while evaluating a Function Call, at 1 (line: 1, column: 17)

#---
notice(type(1), type('a', generalized), [1, 'a'].type)
#=> Notice: Scope(Class[main]): Integer[1, 1] String Tuple[Integer[1, 1], String]

#---
notice(lest(undef) || { 5 }, 'x'.lest || { 5 }, undef.then |$x| { 1 })
#=> Notice: Scope(Class[main]): 5 x

#---
notice([1, 2, 3].reduce |$m, $x| { $m + $x }, [1, 2].reduce(10) |$m, $x| { $m + $x })
#=> Notice: Scope(Class[main]): 6 13

#---
notice([[1, 2], [3, 4]].each |$a| { }, [[1, 2]].map |$a| { $a })
#=> Notice: Scope(Class[main]): [[1, 2], [3, 4]] [[1, 2]]

#---
notice(3.each |$x| { notice($x) })
#=> Notice: Scope(Class[main]): 0
#=> Notice: Scope(Class[main]): 1
#=> Notice: Scope(Class[main]): 2
#=> Notice: Scope(Class[main]): 3

#---
Integer[1, 3].each |$x| { notice($x) }
#=> Notice: Scope(Class[main]): 1
#=> Notice: Scope(Class[main]): 2
#=> Notice: Scope(Class[main]): 3

#---
notice(assert_type(Integer, 5), assert_type(String, 5) |$e, $a| { "exp ${e} act ${a}" })
#=> Notice: Scope(Class[main]): 5 exp String act Integer[5, 5]

#---
assert_type(String, 5)
#=> Error: Evaluation Error: Error while evaluating a Function Call, assert_type(): expects a String value, got Integer (line: 1, column: 1)

#---
notice(match('abc', /b/), 'a1b2'.match(/([a-z])(\d)/), split('a,b', ','), join([1, 2], '-'), regsubst('abc', 'b', 'x'))
#=> Notice: Scope(Class[main]): [b] [a1, a, 1] [a, b] 1-2 axc

#---
notice(dig({a => [1, {b => 2}]}, a, 1, b), get({a => [1]}, 'a.0'), keys({a => 1}), values({a => 1}))
#=> Notice: Scope(Class[main]): 2 1 [a] [1]

#---
warning('w') err('e') alert('al') crit('c') emerg('em')
#=> Warning: Scope(Class[main]): w
#=> Error: Scope(Class[main]): e
#=> Alert: Scope(Class[main]): al
#=> Critical: Scope(Class[main]): c
#=> Emergency: Scope(Class[main]): em

