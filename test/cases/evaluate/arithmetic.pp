#---
notice(1 + 2, 5 - 7, 3 * 4, 7 / 2, -7 / 2, 7 / -2, 7 % 3, -7 % 3, 7 % -3)
#=> Notice: Scope(Class[main]): 3 -2 12 3 -4 -4 1 2 -2

#---
notice(1.5 + 1, 1 / 2.0, 2 * 1.5, 3 - 0.5, 10 / 4.0, 1e3 + 0)
#=> Notice: Scope(Class[main]): 2.5 0.5 3.0 2.5 2.5 1000.0

#---
notice(1 << 4, 256 >> 4, 1 << -1, -1 >> 2, 1 << 2.0)
#=> Notice: Scope(Class[main]): 16 16 0 -1 4

#---
notice(0x1F + 010, 0777)
#=> Notice: Scope(Class[main]): 39 511

#---
notice(9223372036854775807 + 1)
#=> Error: Evaluation Error: A '+' expression resulted in a value outside of Puppet Integer max range, got '+0x8000000000000000' (line: 1, column: 28)

#---
notice(-9223372036854775807 - 2)
#=> Error: Evaluation Error: A '-' expression resulted in a value outside of Puppet Integer min range, got '-0x8000000000000001' (line: 1, column: 29)

#---
notice(9223372036854775807 * 2)
#=> Error: Evaluation Error: A '*' expression resulted in a value outside of Puppet Integer max range, got '+0xfffffffffffffffe' (line: 1, column: 28)

#---
notice(1 << 63)
#=> Error: Evaluation Error: A '<<' expression resulted in a value outside of Puppet Integer max range, got '+0x8000000000000000' (line: 1, column: 10)

#---
notice(1 << 1000)
#=> Error: Evaluation Error: A '<<' expression resulted in a value outside of Puppet Integer max range, got '+0x10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000' (line: 1, column: 10)

#---
notice(1 / 0)
#=> Error: Evaluation Error: Division by 0 (line: 1, column: 12)

#---
notice(1 % 0)
#=> Error: Evaluation Error: Division by 0 (line: 1, column: 12)

#---
notice(1.0 / 0)
#=> Error: Evaluation Error: The result of the / expression is Infinity (line: 1, column: 8)

#---
notice(1 / 0.0)
#=> Error: Evaluation Error: The result of the / expression is Infinity (line: 1, column: 8)

#---
notice(1.5 % 2)
#=> Error: Evaluation Error: Operator '%' is not applicable to a Float. (line: 1, column: 8)

#---
notice(5 % 2.0)
#=> Error: Evaluation Error: Operator '%' is not applicable to an Integer when right side is a Float. (line: 1, column: 8)

#---
notice(1.5 << 2)
#=> Error: Evaluation Error: Operator '<<' is not applicable to a Float. (line: 1, column: 8)

#---
notice('3' + 4, '0x10' + 0, '010' + 0, '1.5' * 2, '-3' + 0)
#=> Warning: The string '3' was automatically coerced to the numerical value 3 (line: 1, column: 8)
#=> Warning: The string '0x10' was automatically coerced to the numerical value 16 (line: 1, column: 17)
#=> Warning: The string '010' was automatically coerced to the numerical value 8 (line: 1, column: 29)
#=> Warning: The string '1.5' was automatically coerced to the numerical value 1.5 (line: 1, column: 40)
#=> Warning: The string '-3' was automatically coerced to the numerical value -3 (line: 1, column: 51)
#=> Notice: Scope(Class[main]): 7 16 8 3.0 -3

#---
notice('a' + 1)
#=> Error: Evaluation Error: The value 'a' cannot be converted to Numeric. (line: 1, column: 8)

#---
notice(1 + 'a')
#=> Error: Evaluation Error: The value 'a' cannot be converted to Numeric. (line: 1, column: 12)

#---
notice(1 + undef)
#=> Error: Evaluation Error: The value '' cannot be converted to Numeric. (line: 1, column: 12)

#---
notice(true + 1)
#=> Error: Evaluation Error: The value 'true' cannot be converted to Numeric. (line: 1, column: 8)

#---
notice(1 + [2, 'a', {b => undef}])
#=> Error: Evaluation Error: The value '[2, "a", {"b"=>nil}]' cannot be converted to Numeric. (line: 1, column: 12)

#---
notice({a => 1} * 2)
#=> Error: Evaluation Error: The value '{"a"=>1}' cannot be converted to Numeric. (line: 1, column: 8)

#---
notice([1, 2] * 2)
#=> Error: Evaluation Error: The value '[1, 2]' cannot be converted to Numeric. (line: 1, column: 8)

#---
notice(-'3', -(4), - 2.5)
#=> Warning: The string '3' was automatically coerced to the numerical value 3 (line: 1, column: 8)
#=> Notice: Scope(Class[main]): -3 -4 -2.5

#---
notice(-'x')
#=> Error: Evaluation Error: The value 'x' cannot be converted to Numeric. (line: 1, column: 8)

#---
notice([1, 2] + [3], [1] + {a => 2}, [1] + 5, [1] + [[2]], [1] << 2, [1] << [2], [1] + undef)
#=> Notice: Scope(Class[main]): [1, 2, 3] [1, [a, 2]] [1, 5] [1, [2]] [1, 2] [1, [2]] [1, ]

#---
notice([1, 2, 3, 2] - 2, [1, 2, 3] - [1, 3], [1, 2] - {a => 1}, [[a, 1]] - {a => 1}, ['a', 'A'] - 'a')
#=> Notice: Scope(Class[main]): [1, 3] [2] [1, 2] [] [A]

#---
notice({a => 1} + {b => 2}, {a => 1} + {a => 3}, {a => 1} + [b, 2], {a => 1} + [[b, 2], [c, 3]], {a => 1, b => 2} - a, {a => 1, b => 2} - [a, b], {a => 1} - {a => 5})
#=> Notice: Scope(Class[main]): {a => 1, b => 2} {a => 3} {a => 1, b => 2} {a => 1, b => 2, c => 3} {b => 2} {} {}

#---
notice({a => 1} + [1])
#=> Error: Evaluation Error: Error while evaluating a '+' expression, odd number of arguments for Hash (line: 1, column: 17)

#---
notice({a => 1} + 1)
#=> Error: Evaluation Error: Error while evaluating a '+' expression, Can only append Array or Hash to a Hash (line: 1, column: 17)

#---
notice({a => 1} << 1)
#=> Error: Evaluation Error: Operator '<<' is not applicable to a Hash. (line: 1, column: 8)

#---
notice([1, 1.0, 2] - 1)
#=> Notice: Scope(Class[main]): [2]

#---
notice(Timespan(10) + 5, Timespan(10) - Timespan(3), Timespan(10) * 2, Timespan(10) / 4, Timespan(10) / Timespan(4), 5 + Timespan(10), 2 * Timespan(3), 20 - Timespan(5), -Timespan(3))
#=> Notice: Scope(Class[main]): 0-00:00:15.0 0-00:00:07.0 0-00:00:20.0 0-00:00:02.5 2.5 0-00:00:15.0 0-00:00:06.0 0-00:00:15.0 -0-00:00:03.0

#---
notice(Timestamp('2020-01-01T00:00:00') + 10, Timestamp('2020-01-01T00:00:00') - Timestamp('2019-12-31T00:00:00'), Timestamp('2020-01-01T00:00:00') - Timespan(60), 10 + Timestamp('2020-01-01T00:00:00'))
#=> Notice: Scope(Class[main]): 2020-01-01T00:00:10.000000000 UTC 1-00:00:00.0 2019-12-31T23:59:00.000000000 UTC 2020-01-01T00:00:10.000000000 UTC

#---
notice(Timestamp('2020-01-01T00:00:00') * 2)
#=> Error: Evaluation Error: Operator '*' is not applicable to a Timestamp. (line: 1, column: 8)

#---
notice(Timestamp('2020-01-01T00:00:00') + Timestamp('2020-01-01T00:00:00'))
#=> Error: Evaluation Error: Error while evaluating a '+' expression, A Timestamp cannot be added to a Timestamp (line: 1, column: 41)

#---
notice(10 / Timespan(5))
#=> Error: Evaluation Error: Operator '/' is not applicable to an Integer when right side is a Timespan. (line: 1, column: 8)

#---
notice(10 - Timestamp('2020-01-01T00:00:00'))
#=> Error: Evaluation Error: Operator '-' is not applicable to an Integer when right side is a Timestamp. (line: 1, column: 8)

#---
notice(Timespan(10) % 3)
#=> Notice: Scope(Class[main]): 1

#---
notice(SemVer('1.0.0') + 1)
#=> Error: Evaluation Error: Operator '+' is not applicable to a Semver. (line: 1, column: 8)

#---
notice(URI('http://example.com/a/') + 'b', URI('http://example.com/a/b') + '/c?x=1')
#=> Notice: Scope(Class[main]): http://example.com/a/b http://example.com/c?x=1

#---
notice(URI('http://example.com/a/') + 3)
#=> Error: Evaluation Error: Error while evaluating a '+' expression, An URI can only be merged with an URI or String (line: 1, column: 37)

#---
notice(Binary('YWJj') + Binary('ZGVm'))
#=> Notice: Scope(Class[main]): YWJjZGVm

#---
notice(Binary('YWJj') + 'x')
#=> Error: Evaluation Error: Error while evaluating a '+' expression, Can only append Binary to a Binary (line: 1, column: 23)

#---
notice(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2 - 1 - 1, 1 << 2 + 1)
#=> Notice: Scope(Class[main]): 5 9 0 8

#---
notice(5 * '2')
#=> Warning: The string '2' was automatically coerced to the numerical value 2 (line: 1, column: 12)
#=> Notice: Scope(Class[main]): 10

#---
$x = 2
notice($x + $x, -$x, $x * -1)
#=> Notice: Scope(Class[main]): 4 -2 -2

#---
notice("${1 + 1} ${[1, 2] + 3}")
#=> Notice: Scope(Class[main]): 2 [1, 2, 3]

#---
notice(0.1 + 0.2, 1.0, 1e20 + 0, 1.0e-7 + 0, 123456789.123 * 1)
#=> Notice: Scope(Class[main]): 0.30000000000000004 1.0 1.0e+20 1.0e-07 123456789.123

