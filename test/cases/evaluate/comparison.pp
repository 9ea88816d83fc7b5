#---
notice(1 == 1, 1 == 1.0, 'a' == 'A', 'a' != 'b', 1 == '1', undef == '', [1, 'A'] == [1, 'a'], {a => 1} == {a => 1.0}, true == 'true', undef == undef, default == default)
#=> Notice: Scope(Class[main]): true true true true false false true true false true true

#---
notice('Ä' == 'ä', /a/ == /a/, Integer == Integer, Integer[1] == Integer[1, default], File['x'] == File['x'], File['x'] == File['X'])
#=> Notice: Scope(Class[main]): false true true true true false

#---
notice(1 < 2, 2 <= 2, 'a' < 'B', 'b' > 'A', 1.5 >= 1, 'abc' < 'abd')
#=> Notice: Scope(Class[main]): true true true true true true

#---
notice(1 < 'a')
#=> Error: Evaluation Error: Comparison of: Integer < String, is not possible. Caused by 'A Numeric is not comparable to non Numeric'. (line: 1, column: 10)

#---
notice('a' < 1)
#=> Error: Evaluation Error: Comparison of: String < Integer, is not possible. Caused by 'A String is not comparable to a non String'. (line: 1, column: 12)

#---
notice([1] < [2])
#=> Error: Evaluation Error: Comparison of: Array < Array, is not possible. Caused by 'Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable'. (line: 1, column: 12)

#---
notice(true < false)
#=> Error: Evaluation Error: Comparison of: Boolean < Boolean, is not possible. Caused by 'Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable'. (line: 1, column: 13)

#---
notice(undef < 1)
#=> Error: Evaluation Error: Comparison of: Undef Value < Integer, is not possible. Caused by 'Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable'. (line: 1, column: 14)

#---
notice(Integer < Numeric, Integer <= Integer, Integer < Integer, Numeric > Integer, Integer[1, 5] < Integer, String > Enum[a], Integer >= Integer[1])
#=> Notice: Scope(Class[main]): true true false true true true true

#---
notice(SemVer('1.0.0') < SemVer('1.0.1'), SemVer('1.0.0-rc1') < SemVer('1.0.0'), Timespan(3) < Timespan(4), Timespan(3) < 4, 5 > Timespan(4), Timestamp('2020-01-01T00:00:00') > 5)
#=> Notice: Scope(Class[main]): true true true true true true

#---
notice(SemVer('1.0.0') < '1.0.1')
#=> Error: Evaluation Error: Comparison of: Semver < String, is not possible. Caused by 'Versions not comparable to non Versions'. (line: 1, column: 24)

#---
notice('a' in 'Banana', 'x' in 'banana', 'B' in ['a', 'b'], 2 in [1, 2], 'a' in {a => 1}, 1 in {a => 1}, /an/ in 'banana', Integer in ['a', 1], undef in [undef], 1 in '123', [1] in [[1]])
#=> Notice: Scope(Class[main]): true false true true true false true true true false true

#---
if /n(.)/ in 'banana' { notice($0, $1) }
#=> Notice: Scope(Class[main]): na a

#---
if /^(b.)/ in ['abc', 'bcd'] { notice($0, $1) }
notice($0)
#=> Notice: Scope(Class[main]): bc bc
#=> Notice: Scope(Class[main]):

#---
notice(SemVer('1.2.3') in SemVerRange('>=1.0.0'), '1.2.3' in SemVerRange('>=2.0.0'), 3 in Binary('AwQF'))
#=> Notice: Scope(Class[main]): true false true

#---
notice('abc' =~ /b/, 'abc' !~ /b/, 'abc' =~ 'B', 'abc' =~ '^a.c$', 1 =~ Integer, 'a' =~ Integer, 'a' !~ String, [1, 2] =~ Array[Integer], undef =~ Undef)
#=> Notice: Scope(Class[main]): true false false true true false false true true

#---
notice(1 =~ /1/)
#=> Error: Evaluation Error: Left match operand must result in a String value. Got an Integer. (line: 1, column: 8)

#---
notice(undef =~ /1/)
#=> Error: Evaluation Error: Left match operand must result in a String value. Got an Undef Value. (line: 1, column: 8)

#---
notice('a' =~ '(')
#=> Error: Evaluation Error: Can not convert right match operand to a regular expression. Caused by 'end pattern with unmatched parenthesis: /(/'. (line: 1, column: 15)

#---
notice('a' =~ 1)
#=> Error: Evaluation Error: Can not convert right match operand to a regular expression. Caused by 'no implicit conversion of Integer into String'. (line: 1, column: 15)

#---
notice(SemVer('1.2.3') =~ SemVerRange('1.x'), '1.2.3' =~ SemVerRange('>2.0.0'))
#=> Notice: Scope(Class[main]): true false

#---
'hello world' =~ /(?<first>\w+) (\w+)/
notice($0, $1, $2, $3)
#=> Notice: Scope(Class[main]): hello world hello

#---
if 'abc' =~ /(.)(.)(.)/ { notice("${1}-${2}-${3}") }
notice("[${1}]")
#=> Notice: Scope(Class[main]): a-b-c
#=> Notice: Scope(Class[main]): []

#---
if 'abc' =~ /(.)/ {
  if 'xyz' =~ /(y)/ { notice($1) }
  notice($1)
}
#=> Notice: Scope(Class[main]): y
#=> Notice: Scope(Class[main]): a

#---
'abc' =~ /(b)/
'abc' =~ /(z)/
notice($1)
#=> Notice: Scope(Class[main]): b

#---
$r = 'ab' =~ /(a)/
[1].each |$x| { 'cd' =~ /(d)/ notice($1) }
notice($1)
#=> Notice: Scope(Class[main]): d
#=> Notice: Scope(Class[main]): a

#---
notice('a' and undef, '' or false, !'', !undef, not 0, true and false or true, false and fail('x'), true or fail('x'))
#=> Error: Syntax error at '0' (line: 1, column: 53)

#---
notice(!true == false, !(1 == 2), ! 1)
#=> Notice: Scope(Class[main]): true true false

#---
notice('x' =~ /X/i)
#=> Error: Syntax error at 'i' (line: 1, column: 18)

#---
notice("a\nb" =~ /^b$/, 'ab' =~ /\Ab/, 'b' =~ /\h/, "a\n" =~ /a\Z/, 'a.b' =~ /a\.b/)
#=> Notice: Scope(Class[main]): true false true true true

#---
type P = Integer[1, 2]
notice(P == Integer[1, 2], Integer[1, 2] == P, P == P, Optional[P] == Optional[Integer[1, 2]], P in [1], P < Integer, Integer > P)
#=> Notice: Scope(Class[main]): true true true true true true true

#---
notice(Variant[Integer, String] == Variant[String, Integer], Enum[a, b] == Enum[b, a], Struct[{a => Integer}] == Struct[{'a' => Integer}], Array == Array[Any], Hash[String, Integer] == Hash[String, Integer])
#=> Notice: Scope(Class[main]): true true true true true

#---
notice(Integer == 'Integer', 'Integer' == Integer, Integer != 1, File == File, Class[a] == Class['A'], File['a'] != File['b'])
#=> Notice: Scope(Class[main]): false false true true true true

#---
notice(SemVer['>=1.0.0 <2.0.0', '>=1.5.0 <4.0.0'] == SemVer['>=1.0.0 <4.0.0'])
#=> Notice: Scope(Class[main]): true

#---
notice([Integer] == [Integer], {a => P_nope} )
#=> Error: Evaluation Error: Resource type not found: P_nope (line: 1, column: 38)

#---
notice(Integer in [Integer], String in ['a'], {a => 1} in [{a => 1.0}], 'A' in {'a' => 1})
#=> Notice: Scope(Class[main]): false true true true

#---
notice(Integer < 5)
#=> Notice: Scope(Class[main]): false

#---
notice(5 < Integer)
#=> Error: Evaluation Error: Comparison of: Integer < Integer-Type, is not possible. Caused by 'A Numeric is not comparable to non Numeric'. (line: 1, column: 10)

