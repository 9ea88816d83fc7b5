# The Ruby layer of nostrings: the Puppet API that modules are written against, over the channel to the program.
#
# It is loaded once, when the program is built, and kept as a memory image; nothing here may ask the program while it is
# loaded. What an instance needs to know of its surroundings it is told by the handler `start` (nostrings/start.rb).
#
# How a chapter is added:
#
# 1. A file at the place where Puppet has the constant: `puppet/util/execution.rb` defines Puppet::Util::Execution. Then
#    `require 'puppet/util/execution'` in a module finds it loaded already. One chapter is at most 250 lines; what belongs
#    to several of Puppet's files says so with `Nostrings.provides 'puppet/util/x', 'puppet/y'`.
# 2. A line `require` in CHAPTERS below, after what it builds on.
# 3. What only the program knows or may do (values of variables, types of values, processes, facts) is asked with
#    `Nostrings.ask('family.question', ...)`; the answer is one entry of the table of the same family in
#    src/ruby/answers/*.ts. Arguments and answers are Puppet values and cross as nostrings/codec.rb says.
# 4. What the program asks of Ruby is `Nostrings.on('family.request') { |...| ... }`, called with `ruby.call(...)`.
# 5. A class whose objects cross by value has `to_wire` and a tag in the codec, and its twin in src/ruby/codec/. Every other
#    object stays in Ruby and crosses as a number.
# 6. Tests: test/ruby/*.test.ts; `rubyEvaluator()` in test/ruby/harness.ts runs Ruby with a real compilation behind it.
#
# Within Puppet::Type say ::Host, ::File, ::Nostrings, as modules define Puppet::Type::Host and the like.
require 'rbconfig'
require 'nostrings/provided'
require 'nostrings/codec'
require 'nostrings/channel'
require 'nostrings/start'

CHAPTERS = %w[
  rubygems puppet_x
  posix/removed_methods posix/status posix/processes posix/pipes posix/open3
  posix/files posix/accounts posix/threads posix/time_zone
  puppet/gettext puppet/error puppet/logging puppet/core puppet/util puppet/util/execution puppet/file_system
  puppet/parser puppet/pops/types/values puppet/pops/time semantic_puppet puppet/pops/types/factory nostrings/blocks
  puppet/functions puppet/functions/dispatch puppet/parser/functions nostrings/missing nostrings/loaded_functions
  puppet/resource puppet/parser/files puppet/parser/compiler puppet/parser/scope puppet/parser/templatewrapper
  facter
].freeze

CHAPTERS.each { |chapter| require chapter }
