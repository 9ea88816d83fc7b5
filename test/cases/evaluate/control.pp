#---
if true { notice(a) } else { notice(b) }
if '' { notice(c) } elsif false { notice(d) }
if undef { notice(e) } elsif 0 { notice(f) } else { notice(g) }
unless false { notice(h) } else { notice(i) }
unless true { notice(h) } else { notice(i) }
#=> Notice: Scope(Class[main]): a
#=> Notice: Scope(Class[main]): c
#=> Notice: Scope(Class[main]): f
#=> Notice: Scope(Class[main]): h
#=> Notice: Scope(Class[main]): i

#---
$x = if true { 1 } else { 2 }
$y = if false { 1 }
$z = unless false { 3 }
notice($x, $y, $z, if false { 1 } =~ Undef)
#=> Notice: Scope(Class[main]): 1  3 true

#---
$v = case 'Foo' { 'foo': { 1 } default: { 2 } }
notice($v)
#=> Notice: Scope(Class[main]): 1

#---
case 5 { default: { notice(d) } 5: { notice(five) } }
#=> Notice: Scope(Class[main]): five

#---
case 'abc' { /^(a)/: { notice("m ${1}") } default: { notice(d) } }
notice("[${1}]")
#=> Notice: Scope(Class[main]): m a
#=> Notice: Scope(Class[main]): []

#---
case 3 { String: { notice(s) } Integer[1, 2]: { notice(i12) } Integer: { notice(i) } }
#=> Notice: Scope(Class[main]): i

#---
case 'b' { 'a', 'b': { notice(ab) } *['c', 'd']: { notice(cd) } }
case 'd' { 'a', 'b': { notice(ab) } *['c', 'd']: { notice(cd) } }
#=> Notice: Scope(Class[main]): ab
#=> Notice: Scope(Class[main]): cd

#---
case [1, 'abc'] { [1, /b/]: { notice(yes) } default: { notice(no) } }
#=> Notice: Scope(Class[main]): yes

#---
case {a => 1, b => 'x'} { {a => Integer}: { notice(yes) } default: { notice(no) } }
#=> Notice: Scope(Class[main]): yes

#---
$r = case 1 { 2: { x } }
notice($r)
#=> Notice: Scope(Class[main]):

#---
notice('b' ? { 'a' => 1, 'B' => 2, default => 3 }, 'z' ? { default => 9, 'z' => 8 }, 5 ? { Integer => int }, 'q1' ? { /q(\d)/ => "n${1}" }, undef ? { undef => u, default => d }, '' ? { undef => u, default => d })
#=> Notice: Scope(Class[main]): 2 8 int n1 u d

#---
notice(1 ? { 2 => 3 })
#=> Error: Evaluation Error: No matching entry for selector parameter with value '1' (line: 1, column: 8)

#---
notice([1, 'a', undef] ? { 2 => 3 })
#=> Error: Evaluation Error: No matching entry for selector parameter with value '[1, "a", nil]' (line: 1, column: 8)

#---
notice({a => 'b'} ? { 2 => 3 })
#=> Error: Evaluation Error: No matching entry for selector parameter with value '{"a"=>"b"}' (line: 1, column: 8)

#---
notice(undef ? { 2 => 3 })
#=> Error: Evaluation Error: No matching entry for selector parameter with value '' (line: 1, column: 8)

#---
notice(4 ? { *[1, 2] => low, *[3, 4] => high })
#=> Notice: Scope(Class[main]): high

#---
notice('1.2.3' ? { SemVer('1.2.3') => same, default => other }, SemVer('1.2.3') ? { SemVerRange('1.x') => in, default => out })
#=> Error: Syntax error at 'in' (line: 1, column: 107)

#---
notice(1 ? { (default) => 2 })
#=> Notice: Scope(Class[main]): 2

#---
$a = [1, 2]
notice(*$a, [*$a, 3], [*{a => 1}], [*undef], [*5], [*'x'])
#=> Notice: Scope(Class[main]): 1 2 [1, 2, 3] [[a, 1]] [] [5] [x]

#---
notice([1, 2].map |$x| { if $x == 1 { next('one') } $x })
#=> Notice: Scope(Class[main]): [one, 2]

#---
[1, 2, 3].each |$x| { if $x == 2 { break() } notice($x) }
#=> Notice: Scope(Class[main]): 1

#---
notice([1, 2, 3, 4].map |$x| { if $x == 3 { break() } $x })
#=> Notice: Scope(Class[main]): [1, 2]

#---
next()
#=> Error: next() from context where this is illegal (file: unknown, line: 1)

#---
break()
#=> Error: break() from context where this is illegal (file: unknown, line: 1)

#---
return()
#=> Error: return() from context where this is illegal (file: unknown, line: 1)

#---
[1].each |$x| { return(2) }
#=> Error: return() from context where this is illegal (file: unknown, line: 1)

#---
function f($a) { [1, 2].each |$x| { return($x + $a) } 0 }
notice(f(10))
#=> Notice: Scope(Class[main]): 11

#---
function f($a) { if $a { return('early') } 'late' }
notice(f(true), f(false))
#=> Notice: Scope(Class[main]): early late

#---
function f() { next(7) }
notice(f())
#=> Notice: Scope(Class[main]): 7

#---
function f() { break() }
notice([1, 2].map |$x| { f() })
#=> Notice: Scope(Class[main]): []

#---
function f() { [1].each |$x| { break() } 'after' }
notice(f())
#=> Notice: Scope(Class[main]): after

#---
class a { notice(in) return() notice(out) }
include a
notice(after)
#=> Error: Syntax error at 'in' (line: 1, column: 18)

#---
class a { notice(in) next() notice(out) }
include a
notice(after)
#=> Error: Syntax error at 'in' (line: 1, column: 18)

#---
class a { break() }
include a
#=> Error: break() from context where this is illegal (file: unknown, line: 1)

#---
class a { [1].each |$x| { return() } notice(not) }
include a
notice(after)
#=> Notice: Scope(Class[main]): after

#---
define d() { notice($title) return() notice(not) }
d { 'x': }
#=> Notice: Scope(D[x]): x

#---
notice(with(1) |$x| { with(2) |$y| { next(5) } + 1 })
#=> Notice: Scope(Class[main]): 6

#---
notice(if true { notice(1); 2 })
#=> Notice: Scope(Class[main]): 1
#=> Notice: Scope(Class[main]): 2

#---
$x = [if true { 1 }, case 1 { 1: { 2 } }]
notice($x)
#=> Notice: Scope(Class[main]): [1, 2]

