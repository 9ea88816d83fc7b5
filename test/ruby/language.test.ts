import { describe, expect, it } from "vitest";
import { rubyEvaluator } from "./harness.ts";

const { notices, failure, modules } = rubyEvaluator(
  {
    "m/manifests/init.pp": `class m(String $who = 'you', Array $list = [1, 2], Hash $h = { 'a' => 1 }, $secret = Sensitive('x')) {
      notice(template('m/greeting.erb'))
    }`,
    "m/templates/greeting.erb": `Hello <%= @who %> on <%= @kernel %>
<% @list.each do |x| -%>
 - <%= x %>
<% end -%>
<%= scope.lookupvar('::kernel') %> <%= scope['m::who'] %> <%= has_variable?('nope') %> <%= scope.call_function('m::twice', [3]) %> <%= @h %>
`,
    "m/templates/wrong.erb": "one\n<%= @nope.foo %>\n",
    "m/templates/syntax.erb": "one\n<% if true -%>\n",
    "m/templates/outer.erb": `<% scope.setvar('_shared', {}) -%>
<% %w[a b].each do |x| -%>
<% scope.lookupvar('_shared')[:item] = x -%>
<%= scope.function_template(['m/inner.erb']) -%>
<% end -%>`,
    "m/templates/inner.erb": "<%= scope.lookupvar('_shared')[:item] %> <%= @_shared.inspect %>\n",
    "m/templates/sensitive.erb": "<%= @secret %> <%= @secret.unwrap %>",
    "m/templates/defines.erb": "<% def self.shout(x) x.upcase end -%>\n<%= shout('a') %>",
    "m/templates/all.erb":
      "<%= scope.to_hash.slice('kernel', 'x').inspect %> <%= all_tags.sort.inspect %> <%= classes.inspect %>",
    "m/lib/puppet/functions/m/twice.rb": `Puppet::Functions.create_function(:'m::twice') do
      dispatch :twice do
        param 'Integer', :n
        optional_block_param 'Callable[Integer]', :block
        return_type 'Integer'
      end
      def twice(n)
        block_given? ? yield(n) + yield(n) : n * 2
      end
    end`,
    "m/lib/puppet/functions/m/kinds.rb": `Puppet::Functions.create_function(:'m::kinds', Puppet::Functions::InternalFunction) do
      local_types { type 'Small = Integer[0, 9]' }
      dispatch :small do
        param 'Small', :n
      end
      dispatch :many do
        scope_param
        param 'String', :first
        repeated_param 'Any', :rest
      end
      argument_mismatch :mismatch do
        param 'Float', :n
      end
      def small(n) "small #{n}" end
      def many(scope, first, *rest) [scope['kernel'], first, rest.map { |x| x.class.to_s }].inspect end
      def mismatch(n) "takes no Float such as #{n}" end
    end`,
    "m/lib/puppet/functions/m/echo.rb": `Puppet::Functions.create_function(:'m::echo') do
      def echo(value) value end
    end`,
    "m/lib/puppet/functions/m/calls.rb": `Puppet::Functions.create_function(:'m::calls') do
      dispatch(:calls) { param 'String', :name; repeated_param 'Any', :args; optional_block_param }
      def calls(name, *args, &block) call_function(name, *args, &block) end
    end`,
    "m/lib/puppet/functions/m/rescues.rb": `Puppet::Functions.create_function(:'m::rescues') do
      dispatch(:rescues) { block_param }
      def rescues
        yield
      rescue Puppet::Error => e
        "rescued #{e.class}: #{e.message}"
      end
    end`,
    "m/lib/puppet/functions/m/iterate.rb": `Puppet::Functions.create_function(:'m::iterate') do
      dispatch(:iterate) { param 'Array', :values; block_param }
      def iterate(values)
        result = []
        begin
          values.each { |value| result << yield(value) }
        rescue StopIteration
          result << 'stopped'
        end
        result
      end
    end`,
    "m/lib/puppet/functions/m/wrong_result.rb": `Puppet::Functions.create_function(:'m::wrong_result') do
      dispatch(:run) { return_type 'Integer' }
      def run() 'text' end
    end`,
    "m/lib/puppet/functions/m/misnamed.rb":
      "Puppet::Functions.create_function(:'m::other') { def other() 1 end }",
    "m/lib/puppet/functions/m/broken.rb":
      "Puppet::Functions.create_function(:'m::broken') do\n  def broken(\nend\n",
    "m/lib/puppet/parser/functions/old.rb": `module Puppet::Parser::Functions
  newfunction(:old, :type => :rvalue, :arity => -2) do |args|
    case args[0]
    when 'no' then raise Puppet::ParseError, 'old(): no'
    when 'constant' then Puppet::Foo::Bar
    when 'loop' then loop {}
    when 'exit' then exit 3
    when 'method' then nil.foo
    else [args.inspect, lookupvar('kernel'), function_older([1])].join(' ')
    end
  end
end`,
    "m/lib/puppet/parser/functions/older.rb": `Puppet::Parser::Functions.newfunction(:older, :type => :rvalue) { |args| "older #{args.inspect}" }`,
    "m/lib/puppet/parser/functions/says.rb": `Puppet::Parser::Functions.newfunction(:says) { |args| notice(args.join(' ')); 'ignored' }`,
  },
  { kernel: "Linux" },
);

describe("ERB and Ruby functions, as Puppet 7.23 has them", () => {
  it.each([
    ["include m", 'Hello you on Linux\n - 1\n - 2\nLinux you false 6 {"a"=>1}\n'],
    ["notice(m::twice(4), m::twice(4) |$x| { $x + 1 })", "8 10"],
    [
      "notice(m::twice('x'))",
      "Error: Evaluation Error: Error while evaluating a Function Call, 'm::twice' parameter 'n' expects an Integer value, got String (line: 1, column: 8)",
    ],
    ["notice(m::kinds(3))", "small 3"],
    [
      "notice(m::kinds('a', 1, undef, default, 2.5, [1], { a => 1 }, /x/, Sensitive(1)))",
      '["Linux", "a", ["Integer", "NilClass", "Symbol", "Float", "Array", "Hash", "Regexp", "Puppet::Pops::Types::PSensitiveType::Sensitive"]]',
    ],
    [
      "notice(m::kinds(1.5))",
      "Error: Evaluation Error: Error while evaluating a Function Call, 'm::kinds' takes no Float such as 1.5 (line: 1, column: 8)",
    ],
    ["notice(m::calls('m::twice', 5))", "10"],
    ["notice(m::calls('map', [1, 2]) |$x| { $x * 2 })", "[2, 4]"],
    ["notice(m::calls('map', [1, 2, 3]) |$x| { if $x == 2 { next(0) } $x })", "[1, 0, 3]"],
    ["notice(m::iterate([1, 2, 3]) |$x| { if $x == 2 { break() } $x })", "[1, stopped]"],
    ["function f() { m::iterate([1, 2]) |$x| { return('early') } } notice(f())", "early"],
    [
      "notice(m::rescues() || { fail('oh') })",
      "rescued Puppet::PreformattedError: Evaluation Error: Error while evaluating a Function Call, oh (line: 1, column: 26)",
    ],
    [
      "notice(m::wrong_result())",
      "Error: Evaluation Error: Error while evaluating a Function Call, value returned from function 'run' has wrong type, expects an Integer value, got String (line: 1, column: 8)",
    ],
    ["notice(old('x', undef, [undef], 1.5, File['/x']))", "Linux older [1]"],
    [
      "notice(old('no'))",
      "Error: Evaluation Error: Error while evaluating a Function Call, old(): no (line: 1, column: 8)",
    ],
    [
      "notice(old())",
      "Error: Evaluation Error: Error while evaluating a Function Call, old(): Wrong number of arguments given (0 for minimum 1) (line: 1, column: 8)",
    ],
    ["says('a', 'b')", "a b"],
    ["notice(inline_template('<%= 1 + 1 %> <%= @kernel %>', 'x'))", "2 Linuxx"],
    ["notice(template('m/defines.erb'))", "A"],
    ["notice(template('m/outer.erb'))", 'a {:item=>"a"}\nb {:item=>"b"}\n'],
    ["$x = 5 notice(template('m/all.erb'))", '{"kernel"=>"Linux", "x"=>5} ["settings"] ["settings"]'],
    [
      "notice(template('m/none.erb'))",
      "Error: Evaluation Error: Error while evaluating a Function Call, Could not find template 'm/none.erb' (line: 1, column: 8)",
    ],
  ])("%s", (manifest, expected) => {
    expect(notices(manifest).at(-1)).toEqual(
      manifest.includes("old('x'") ? expect.stringContaining(expected) : expected,
    );
  });

  it.each([
    "1",
    "'text'",
    "1.5",
    "true",
    "undef",
    "default",
    "[1, [undef]]",
    "{ 1 => 2, '$' => 3, '10' => 4, '2' => 5, 'b' => 6 }",
    "9223372036854775807",
    "-9223372036854775807",
    "1.0e300",
    "/a\\/b/",
    "Sensitive('s')",
    "Binary('aGk=')",
    "SemVer('1.2.3-rc1')",
    "SemVerRange('>=1.0.0 <2.0.0')",
    "Timestamp(1)",
    "Timespan(90)",
    "Integer[1, 2]",
    "Struct[{ a => Optional[String] }]",
    "File['/etc/motd']",
    "Class['m']",
    "URI('https://example.org/x?y=1')",
    "Type[Integer]",
  ])("%s comes back from Ruby as it was", (expression) => {
    expect(notices(`$x = ${expression} notice(m::echo($x) == $x, type(m::echo($x)) == type($x))`)).toEqual([
      "true true",
    ]);
  });
});

describe("what goes wrong in Ruby", () => {
  it.each([
    [
      "notice(old('constant'))",
      /^.*Puppet::Foo is not among what nostrings offers to Ruby code; module 'm' uses it in .*\/old\.rb:5$/,
      "m/lib/puppet/parser/functions/old.rb",
      5,
    ],
    ["notice(old('exit'))", /Ruby code called exit \(status 3\)$/, "m/lib/puppet/parser/functions/old.rb", 7],
    [
      "notice(old('method'))",
      /undefined method `foo' for nil:NilClass$/,
      "m/lib/puppet/parser/functions/old.rb",
      8,
    ],
    [
      "notice(template('m/wrong.erb'))",
      /Failed to parse template m\/wrong\.erb:\n {2}Filepath: .*wrong\.erb\n {2}Line: 2\n {2}Detail: undefined method `foo' for nil:NilClass\n$/,
      "m/templates/wrong.erb",
      2,
    ],
    [
      "notice(template('m/syntax.erb'))",
      /Filepath: .*syntax\.erb\n {2}Line: 3\n/,
      "m/templates/syntax.erb",
      3,
    ],
    ["notice(m::broken())", /syntax error/, "m/lib/puppet/functions/m/broken.rb", 3],
    [
      "notice(m::misnamed())",
      /produced mis-matched name, expected 'm::misnamed', got 'm::other'$/,
      undefined,
      undefined,
    ],
  ])("%s is told with file and line", (manifest, message, file, line) => {
    const { issue } = failure(manifest);
    expect(issue.message).toMatch(message);
    const [raised] = issue.related ?? [];
    if (file?.endsWith("wrong.erb")) expect(raised?.message).toBe("raised in Ruby: <%= @nope.foo %>");
    expect(raised?.place).toEqual(file === undefined ? undefined : { file: `${modules}/${file}`, line });
  });

  it("ends by the deadline when it loops", () => {
    const started = performance.now();
    expect(failure("notice(old('loop'))", 1).issue.message).toMatch(/Ruby code took longer than it may$/);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(notices("notice(m::twice(1))")).toEqual(["2"]);
  });
});
