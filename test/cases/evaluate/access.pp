#---
$a = [1, 2, 3, 4]
notice($a[0], $a[-1], $a[9], $a[1, 2], $a[1, -1], $a[-2, 2], $a[-9, 6], $a[9, 2], $a[0, 0], $a[1, -2])
#=> Notice: Scope(Class[main]): 1 4  [2, 3] [2, 3, 4] [3, 4] [1] [] [] [2, 3]

#---
notice([1, 2]['1'])
#=> Warning: The string '1' was automatically coerced to the numerical value 1 (line: 1, column: 15)
#=> Notice: Scope(Class[main]): 2

#---
notice([1, 2]['a'])
#=> Error: Evaluation Error: The value 'a' cannot be converted to Numeric. (line: 1, column: 15)

#---
notice([1, 2][1.5])
#=> Error: Evaluation Error: An Array[] cannot use Float where Integer is expected (line: 1, column: 15)

#---
notice([1, 2][1, 2, 3])
#=> Error: Evaluation Error: Array supports [] with one or two arguments. Got 3 (line: 1, column: 8)

#---
notice([1, 2][undef])
#=> Error: Evaluation Error: The value '' cannot be converted to Numeric. (line: 1, column: 15)

#---
$s = 'hello'
notice($s[0], $s[-1], $s[1, 3], $s[1, -1], $s[9], $s[-9], $s[-3, 2], $s['1'], $s[-9, 6], $s[2, 0])
#=> Notice: Scope(Class[main]): h o ell ello   ll e he

#---
notice('hällö'[1], 'hällö'[3, 2], 'a😀b'[1], 'a😀b'[2])
#=> Notice: Scope(Class[main]): ä lö 😀 b

#---
notice('abc'[x])
#=> Error: Evaluation Error: A substring operation does not accept a String as a character index. Expected an Integer (line: 1, column: 14)

#---
notice('abc'[1.0])
#=> Error: Evaluation Error: A substring operation does not accept a Float as a character index. Expected an Integer (line: 1, column: 14)

#---
notice('abc'[1, 2, 3])
#=> Error: Evaluation Error: String supports [] with one or two arguments. Got 3 (line: 1, column: 8)

#---
$h = {a => 1, 'b' => {c => [1, {d => 5}]}, 3 => x, undef => u, [1] => arr}
notice($h[a], $h['b']['c'][1]['d'], $h[3], $h[nope], $h[undef], $h[[1]], $h[a, nope, 3])
#=> Notice: Scope(Class[main]): 1 5 x  u arr [1, x]

#---
notice(undef[1])
#=> Error: Evaluation Error: Operator '[]' is not applicable to an Undef Value. (line: 1, column: 8)

#---
notice(1[1])
#=> Error: Evaluation Error: Operator '[]' is not applicable to an Integer. (line: 1, column: 8)

#---
notice(true[x])
#=> Error: Evaluation Error: Operator '[]' is not applicable to a Boolean. (line: 1, column: 8)

#---
$x = undef
notice($x['a'])
#=> Error: Evaluation Error: Operator '[]' is not applicable to an Undef Value. (line: 2, column: 8)

#---
notice(/a/[1])
#=> Error: Evaluation Error: Operator '[]' is not applicable to a Regexp. (line: 1, column: 8)

#---
notice(Integer[1, 5], String[1], Array[String], Hash[String, Integer], Enum[a, b], Variant[Integer, String], Optional[Integer], Optional[a], Pattern[/a/], Tuple[Integer, String], Struct[{a => Integer}], Callable[String], Type[Integer], NotUndef[String], Sensitive[String], Regexp[/x/], Timespan[1, 2], Class[foo], File['/x'], Resource[file, x], Resource['foo::bar'])
#=> Notice: Scope(Class[main]): Integer[1, 5] String[1] Array[String] Hash[String, Integer] Enum['a', 'b'] Variant[Integer, String] Optional[Integer] Optional['a'] Pattern[/a/] Tuple[Integer, String] Struct[{'a' => Integer}] Callable[String] Type[Integer] NotUndef[String] Sensitive[String] Regexp[/x/] Timespan['0-00:00:01.0', '0-00:00:02.0'] Class[foo] File['/x'] File['x'] Foo::Bar

#---
notice(File['a', 'b'], File[[a, b]], Class[a, b], File[[]], Class['::a::b'])
#=> Notice: Scope(Class[main]): [File['a'], File['b']] [File['a'], File['b']] [Class[a], Class[b]] [] Class[a::b]

#---
notice(Array[1, 2], Array[String, 1], String[1, 5], Integer[default, 5], Float[1, 2.5], Hash[String, Integer, 1], Collection[1, 2])
#=> Notice: Scope(Class[main]): Array[Any, 1, 2] Array[String, 1] String[1, 5] Integer[default, 5] Float[1.0, 2.5] Hash[String, Integer, 1] Collection[1, 2]

#---
notice(Integer[a])
#=> Error: Evaluation Error: Integer-Type [] requires all arguments to be integers (or default). Got String (line: 1, column: 16)

#---
notice(Integer[1, 2, 3])
#=> Error: Evaluation Error: Integer-Type supports [] with one or two arguments (from, to). Got 3 (line: 1, column: 8)

#---
notice(Integer[5, 1])
#=> Error: Evaluation Error: Error while evaluating a '[]' expression, 'from' must be less or equal to 'to'. Got (5, 1 (line: 1, column: 8)

#---
notice(Array[a])
#=> Error: Evaluation Error: Array-Type[] arguments must be types. Got String (line: 1, column: 14)

#---
notice(Variant[1])
#=> Error: Evaluation Error: Error creating type specialization of a Variant-Type, Cannot use Integer where Any-Type is expected (line: 1, column: 16)

#---
notice(Variant[Integer, 1])
#=> Error: Evaluation Error: Error creating type specialization of a Variant-Type, Cannot use Integer where Any-Type is expected (line: 1, column: 25)

#---
notice(Enum[1])
#=> Error: Evaluation Error: Error creating type specialization of an Enum-Type, Cannot use Integer where String is expected (line: 1, column: 13)

#---
notice(Hash[String])
#=> Error: Evaluation Error: Hash-Type[] accepts 2 to 4 arguments. Got 1 (line: 1, column: 8)

#---
notice(Optional[1])
#=> Error: Evaluation Error: Optional-Type[] arguments must be types. Got Integer (line: 1, column: 17)

#---
notice(Foo)
#=> Error: Evaluation Error: Resource type not found: Foo (line: 1, column: 8)

#---
notice(Foo[1])
#=> Error: Evaluation Error: Resource type not found: Foo (line: 1, column: 8)

#---
notice(Foo::Bar)
#=> Error: Evaluation Error: Resource type not found: Foo::Bar (line: 1, column: 8)

#---
notice(Class[1])
#=> Error: Evaluation Error: Illegal Class name in class reference. An Integer cannot be used where a String is expected (line: 1, column: 14)

#---
notice(Class['Not Ok'])
#=> Error: Evaluation Error: Illegal name. The given name 'Not Ok' does not conform to the naming rule /^((::)?[a-z_]\w*)(::[a-z]\w*)*$/ (line: 1, column: 14)

#---
notice(File[1])
#=> Error: Evaluation Error: Error creating type specialization of a File-Type, Cannot use Integer where a resource title String is expected (line: 1, column: 13)

#---
notice(Resource[1])
#=> Error: Evaluation Error: First argument to Resource[] must be a resource type or a String. Got Integer. (line: 1, column: 17)

#---
notice(Any[1])
#=> Error: Evaluation Error: Operator '[]' is not applicable to an Any-Type. (line: 1, column: 8)

#---
notice(File['/nope'][mode])
#=> Error: Evaluation Error: Resource not found: File['/nope'] (line: 1, column: 8)

#---
notice(Class[nope][x])
#=> Error: Evaluation Error: Resource not found: Class['nope'] (line: 1, column: 8)

#---
file { '/tmp/x': mode => '0644' }
File { owner => 'root' }
notice(File['/tmp/x'][mode], File['/tmp/x'][owner], File['/tmp/x'][group], File['/tmp/x'][mode, owner])
#=> Notice: Scope(Class[main]): 0644 root  [0644, root]

#---
file { '/tmp/x': }
notice(File['/tmp/x'][nosuch])
#=> Error: Evaluation Error: The resource File['/tmp/x'] does not have a parameter called 'nosuch' (line: 2, column: 8)

#---
define foo::bar($x = 1) { }
foo::bar { 'a': x => 3 }
notice(Foo::Bar[a][x], Foo::Bar[a][require])
#=> Notice: Scope(Class[main]): 3

#---
notice(Binary('aGVsbG8=')[1, 3])
#=> Notice: Scope(Class[main]): ZWxs

#---
notice('abc'[0, 99], [1][0, 99])
#=> Notice: Scope(Class[main]): abc [1]

#---
type Port = Integer[1, 65535]
notice(80 =~ Port, 0 =~ Port, Port, Optional[Port], Port[1])
#=> Error: Evaluation Error: Operator '[]' is not applicable to a Port = Integer[1, 65535]-Type. (line: 2, column: 53)

#---
notice([1, [2, [3]]][1][1][0], {a => [1, 2]}[a][1])
#=> Notice: Scope(Class[main]): 3 2

#---
notice("${facts['os']['family']} ${os['family']} $osfamily ${facts[os][family]}")
#=> Notice: Scope(Class[main]): Debian Debian Debian Debian

#---
$l = [{n => 'x'}]
notice("${l[0]['n']} ${l[0][n]} $l[0]")
#=> Notice: Scope(Class[main]): x x [{n => x}][0]

