import { describe, expect, test } from "vitest";
import { Regexp } from "../../src/values/regexp.ts";

/** A pattern, a text, and what Ruby 3.1 says the pattern and its groups match. */
const MATCHES: readonly (readonly [string, string, readonly (string | null)[] | null])[] = [
  ["a++b", "aaab", ["aaab"]],
  ["(?>a+)(b)\\1", "aabb", ["aabb", "b"]],
  ["(?i)abc", "xABC", ["ABC"]],
  ["a(?i)b|c", "aC", ["aC"]],
  ["a(?i)b|c", "xc", null],
  ["[[:alpha:]&&[^a-z]]", "xÉ", ["É"]],
  ["\\A(?<part>[0-9A-Za-z-]+)(?:\\.\\g<part>)*\\Z", "a.b\n", ["a.b", "b"]],
  ["^b$", "a\nb\nc", ["b"]],
  ["(?x) a b # c\n c", "abc", ["abc"]],
  ["\\h+\\/", "z12/", ["12/"]],
  ["[\\w.-]+@", "a.b-c@", ["a.b-c@"]],
  ["[a-z&&[^aeiou]]+", "aebcd", ["bcd"]],
  ["a{,2}", "aaa", ["aa"]],
  ["\\p{Alpha}+", "éa1", ["éa"]],
  ["foo\\Kbar", "foobar", ["bar"]],
  ["[\\]\\[{}()|]+", "x[]{}", ["[]{}"]],
  ["é", "É", null],
  ["(?i)é", "É", ["É"]],
  ["a.c", "a\nc", null],
  ["(?m)a.c", "a\nc", ["a\nc"]],
  ["(?m:a.)c", "a\nc", ["a\nc"]],
  ["\\d+\\s\\w", "12 é", null],
  ["\\bé", "aé", null],
  ["\\w", "é", null],
  ["\\W", "é", ["é"]],
  ["[[:digit:]]", "٣", ["٣"]],
  ["\\d", "٣", null],
  ["[[:space:]]", " ", [" "]],
  ["(?<y>\\d+)-(?<m>\\d+)", "2020-02", ["2020-02", "2020", "02"]],
  ["(?<a>x)(y)", "xy", ["xy", "x"]],
  ["(a)|(b)", "b", ["b", null, "b"]],
  ["x*", "yyy", [""]],
  ["(?=a)a", "ba", ["a"]],
  ["(?<!b)a", "ba a", ["a"]],
  ["(?<=b)a", "ba", ["a"]],
  ["\\R", "a\r\nb", ["\r\n"]],
  ["\\Aa$", "a\nb", ["a"]],
  ["a\\Z", "a\n", ["a"]],
  ["a\\z", "a\n", null],
  ["[^\\n]+", "ab\nc", ["ab"]],
  ["\\x41\\u0042\\u{43}", "ABC", ["ABC"]],
  ["\\101", "A", ["A"]],
  ["a{2}{3}", "aaaaaaa", ["aaaaaa"]],
  ["a{2,}?", "aaaa", ["aa"]],
  ["(?<n>a)\\k<n>", "aa", ["aa", "a"]],
  ["[\\d-]+", "1-2", ["1-2"]],
  ["[a\\-z]+", "a-z", ["a-z"]],
  ["[-a]+", "-a", ["-a"]],
  ["[a-]+", "-a", ["-a"]],
  ["\\.", "a.b", ["."]],
  ["{a}", "{a}", ["{a}"]],
  ["a{", "a{", ["a{"]],
  ["]", "]", ["]"]],
  ["[\\h]+", "fg", ["f"]],
  ["\\H", "ag", ["g"]],
  ["[^\\w\\s]", "a b!", ["!"]],
  ["a|b|", "c", [""]],
  ["()", "x", ["", ""]],
  ["^", "", [""]],
  ["\\e\\a\\t", "\u001b\u0007\t", ["\u001b\u0007\t"]],
  ["(?i:A)b", "ab", ["ab"]],
  ["(?-i:A)", "a", null],
  ["(?ix-m: a b)", "AB", ["AB"]],
  ["a?+b", "ab", ["ab"]],
  ["[あ-ん]+", "xあい", ["あい"]],
  [".", "😀", ["😀"]],
  ["^.$", "😀", ["😀"]],
  ["\\p{Greek}", "aβ", ["β"]],
  ["\\p{^Lu}", "Ab", ["b"]],
  ["\\P{Lu}", "Ab", ["b"]],
  ["[[:^alpha:]]", "a1", ["1"]],
  ["[a-c&&b-d]+", "abcd", ["bc"]],
  ["#{x}", "#{x}", ["#{x}"]],
  ["(?#comment)a", "a", ["a"]],
  ["(a)(?<!x)\\1", "aa", ["aa", "a"]],
  ["\\/", "/", ["/"]],
  ["a\\ b", "a b", ["a b"]],
  ["[ -~]+", "azé", ["az"]],
];

test.each(MATCHES)("/%s/ on %j", (pattern, text, groups) => {
  expect(new Regexp(pattern).match(text)?.groups.map((group) => group ?? null) ?? null).toEqual(groups);
});

/** A wrong pattern and what Ruby 3.1 says of it. */
const ERRORS: readonly (readonly [string, string])[] = [
  ["[", "premature end of char-class: /[/"],
  ["(", "end pattern with unmatched parenthesis: /(/"],
  [")", "unmatched close parenthesis: /)/"],
  ["*", "target of repeat operator is not specified: /*/"],
  ["\\k<x>", "undefined name <x> reference: /\\k<x>/"],
  ["(?z)", "undefined group option: /(?z)/"],
  ["[]", "empty char-class: /[]/"],
  ["[z-a]", "empty range in char class: /[z-a]/"],
  ["\\p{Foo}", "invalid character property name {Foo}: /\\p{Foo}/"],
  ["\\", "too short escape sequence: /\\/"],
  ["[[:foo:]]", "invalid POSIX bracket type: /[[:foo:]]/"],
  ["(?<n", "invalid group name <n>: /(?<n/"],
  ["(?", "end pattern in group: /(?/"],
  ["a{2,1}", "upper is smaller than lower in repeat range: /a{2,1}/"],
  ["\\x", "invalid hex escape: /\\x/"],
  ["(?<1>a)", "invalid group name <1>: /(?<1>a)/"],
  ["[a", "premature end of char-class: /[a/"],
  ["[^]", "empty char-class: /[^]/"],
  ["\\g<x>", "undefined name <x> reference: /\\g<x>/"],
  ["+a", "target of repeat operator is not specified: /+a/"],
  ["a|*", "target of repeat operator is not specified: /a|*/"],
  ["(*)", "target of repeat operator is not specified: /(*)/"],
  ["\\8", "invalid backref number/name: /\\8/"],
  ["[a-\\d]", "char-class value at end of range: /[a-\\d]/"],
  ["(?i", "end pattern in group: /(?i/"],
  ["\\2(a)", "invalid backref number/name: /\\2(a)/"],
  ["a{100001}", "too big number for repeat range: /a{100001}/"],
  ["\\1", "invalid backref number/name: /\\1/"],
  ["(?#a", "end pattern in group: /(?#a/"],
];

test.each(ERRORS)("/%s/ is refused", (pattern, message) => {
  expect(() => Regexp.checked(pattern)).toThrow(message);
});

describe("a Regexp", () => {
  test.each([
    ["a/b", 0, "/a\\/b/"],
    ["a\\/b", 0, "/a\\/b/"],
    ["a", 1, "/(?i-mx:a)/"],
    ["a", 7, "/(?mix:a)/"],
  ])("%s with options %i is written %s", (source, options, text) => {
    expect(String(new Regexp(source, options))).toBe(text);
  });

  test("finds all matches from the beginning each time", () => {
    const regexp = new Regexp("b");
    regexp.match("abcb", 2);
    expect([...regexp.matchAll("abcb")].map(({ start, end }) => [start, end])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("names its groups", () => {
    expect(new Regexp("(?<year>\\d+)-(?<month>\\d+)").match("2020-02")?.names).toEqual(
      new Map([
        ["year", "2020"],
        ["month", "02"],
      ]),
    );
  });

  test("escapes a text so that it matches itself", () => {
    const text = "a.b*[c]\n{d}-#| \t";
    expect(new Regexp(`\\A${Regexp.escape(text)}\\z`).test(text)).toBe(true);
  });
});
