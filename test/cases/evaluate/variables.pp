#---
$a = 1
$b = $a
notice($a, $b, $::a, "${a} ${::a} $a")
#=> Notice: Scope(Class[main]): 1 1 1 1 1 1

#---
$a = 1
$a = 2
#=> Error: Evaluation Error: Cannot reassign variable '$a' (line: 2, column: 4)

#---
notice($nosuch)
notice("x${nosuch}y")
#=> Warning: Unknown variable: 'nosuch'. (line: 1, column: 8)
#=> Notice: Scope(Class[main]):
#=> Warning: Unknown variable: 'nosuch'. (line: 2, column: 12)
#=> Notice: Scope(Class[main]): xy

#---
notice($::nosuch, $a::b::c, $settings::nosuch)
#=> Warning: Unknown variable: '::nosuch'. (line: 1, column: 8)
#=> Warning: Unknown variable: 'a::b::c'. (line: 1, column: 19)
#=> Warning: Unknown variable: 'settings::nosuch'. (line: 1, column: 29)
#=> Notice: Scope(Class[main]):

#---
notice($1, $99, $module_name, $caller_module_name)
#=> Notice: Scope(Class[main]):

#---
$facts = 1
#=> Error: Evaluation Error: Attempt to assign to a reserved variable name: '$facts' (line: 1, column: 8)

#---
$trusted = 1
#=> Error: Evaluation Error: Attempt to assign to a reserved variable name: '$trusted' (line: 1, column: 10)

#---
$server_facts = 1
#=> Error: Evaluation Error: Attempt to assign to a reserved variable name: '$server_facts' (line: 1, column: 15)

#---
$osfamily = 'x'
#=> Error: Evaluation Error: Cannot reassign variable '$osfamily' (line: 1, column: 11)

#---
class a { $facts = 1 }
include a
#=> Error: Evaluation Error: Error while evaluating a '=' expression, Attempt to assign to a reserved variable name: 'facts' (line: 1, column: 18)

#---
[1].each |$facts| { notice($facts) }
#=> Error: Evaluation Error: Error while evaluating a Method call, Attempt to assign to a reserved variable name: 'facts' (line: 1, column: 4)

#---
[1].each |$trusted| { notice($trusted) }
#=> Error: Evaluation Error: Error while evaluating a Method call, Attempt to assign to a reserved variable name: 'trusted' (line: 1, column: 4)

#---
notice($facts['osfamily'], $trusted['certname'], $osfamily, $::osfamily, $facts['os'])
#=> Notice: Scope(Class[main]): Debian vm Debian Debian {family => Debian}

#---
[$a, $b] = [1, 2]
notice($a, $b)
#=> Notice: Scope(Class[main]): 1 2

#---
[$a, [$b, $c]] = [1, [2, 3]]
notice($a, $b, $c)
#=> Notice: Scope(Class[main]): 1 2 3

#---
[$a, $b] = [1, 2, 3]
#=> Error: Evaluation Error: Mismatched number of assignable entries and values, expected 2, got 3 (line: 1, column: 10)

#---
[$a, [$b]] = [1, [2, 3]]
#=> Error: Evaluation Error: Mismatched number of assignable entries and values, expected 1, got 2 (line: 1, column: 12)

#---
[$a] = 7
notice($a)
#=> Notice: Scope(Class[main]): 7

#---
[$a, $b] = {b => 2, a => 1, c => 3}
notice($a, $b)
#=> Notice: Scope(Class[main]): 1 2

#---
[$a, $b] = {a => 1}
#=> Error: Evaluation Error: No value for required key 'b' in assignment to variables from hash (line: 1, column: 10)

#---
[$a, $a] = [1, 2]
#=> Error: Evaluation Error: Cannot reassign variable '$a' (line: 1, column: 10)

#---
class x { $v = 5 $w = 6 }
include x
[$v, $w] = Class['x']
notice($v, $w)
#=> Notice: Scope(Class[main]): 5 6

#---
class x { $v = 5 }
include x
[$v, $nope] = Class['x']
#=> Error: Evaluation Error: No value for required variable '$x::nope' in assignment to variables from class reference (line: 3, column: 6)

#---
[$v] = Class['nope']
#=> Error: Evaluation Error: Resource not found: Class['nope'] (line: 1, column: 8)

#---
$x = $y = 5
notice($x, $y)
#=> Notice: Scope(Class[main]): 5 5

#---
notice(($z = 3) + 1, $z)
#=> Notice: Scope(Class[main]): 4 3

#---
class a { $v = 1 notice($a::v, $::a::v) }
include a
notice($a::v, $::a::v)
#=> Notice: Scope(Class[A]): 1 1
#=> Notice: Scope(Class[main]): 1 1

#---
class a { $v = undef }
include a
notice($a::v)
#=> Notice: Scope(Class[main]):

#---
class a { }
include a
notice($a::nope)
#=> Warning: Unknown variable: 'a::nope'. (line: 3, column: 8)
#=> Notice: Scope(Class[main]):

#---
class a { $v = 1 }
notice($a::v)
#=> Warning: Unknown variable: 'a::v'. (line: 2, column: 8)
#=> Notice: Scope(Class[main]):

#---
class base { $v = 1 $u = 2 }
class derived inherits base { $u = 3 notice($v, $u, $base::u, $derived::v) }
include derived
notice($derived::v, $derived::u)
#=> Notice: Scope(Class[Derived]): 1 3 2 1
#=> Notice: Scope(Class[main]): 1 3

#---
$top = 't'
class a { notice($top) $top = 'local' notice($top, $::top) }
include a
notice($top)
#=> Notice: Scope(Class[A]): t
#=> Notice: Scope(Class[A]): local t
#=> Notice: Scope(Class[main]): t

#---
$x = 1
class a { notice($x) include b }
class b { notice($x) }
class c { $x = 2 include a }
include c
#=> Notice: Scope(Class[A]): 1
#=> Notice: Scope(Class[B]): 1

#---
$x = 'top'
define d($p = $x) { notice($p, $title, $name) }
class a { $x = 'class' d { 'one': } }
include a
#=> Notice: Scope(D[one]): top one one

#---
$x = 1
[2].each |$x| { notice($x) $y = $x notice($y) }
notice($x, $y)
#=> Notice: Scope(Class[main]): 2
#=> Notice: Scope(Class[main]): 2
#=> Warning: Unknown variable: 'y'. (line: 3, column: 12)
#=> Notice: Scope(Class[main]): 1

#---
$x = 1
[2].each |$y| { $x = 5 notice($x) }
notice($x)
#=> Notice: Scope(Class[main]): 5
#=> Notice: Scope(Class[main]): 1

#---
$x = 1
if true { $y = 2 }
notice($y)
#=> Notice: Scope(Class[main]): 2

#---
$f = 'g'
function f() { notice($f) $f = 'local' notice($f) }
f()
notice($f)
#=> Notice: Scope(Class[main]): g
#=> Notice: Scope(Class[main]): local
#=> Notice: Scope(Class[main]): g

#---
class a { $v = 1 f() }
function f() { notice($v) }
include a
#=> Warning: Unknown variable: 'v'. (line: 2, column: 23)
#=> Notice: Scope(Class[main]):

#---
class a($p) { notice($p) }
class { 'a': p => 5 }
notice($a::p, Class['a']['p'])
#=> Notice: Scope(Class[A]): 5
#=> Notice: Scope(Class[main]): 5 5

#---
node default { $n = 5 notice($n) include a }
class a { notice($n) }
#=> Notice: Scope(Node[default]): 5
#=> Notice: Scope(Class[A]): 5

#---
$title = 'mine'
notice($title)
#=> Error: Evaluation Error: Cannot reassign built in (or already assigned) variable '$title' (line: 1, column: 8)

#---
class a { notice($title, $name) $title = 1 }
include a
#=> Notice: Scope(Class[A]): a a
#=> Error: Evaluation Error: Cannot reassign built in (or already assigned) variable '$title' (line: 1, column: 40)

#---
$_x = 1
notice($_x)
#=> Notice: Scope(Class[main]): 1

#---
notice($settings::strict, $settings::nope)
#=> Warning: Unknown variable: 'settings::nope'. (line: 1, column: 27)
#=> Notice: Scope(Class[main]): warning

