# What the Ruby layer does not have is named, and never taken for something else.
module Nostrings
  # Not a NameError, so that a module's `rescue NameError` does not hide it; `defined?(Puppet::X)` stays false and silent.
  class MissingPart < StandardError; end

  module Missing
    def const_missing(name)
      where = caller.find { |line| !line.start_with?('/.nostrings-ruby/', '<internal') }.to_s[/\A.+?:\d+/]
      module_name = where.to_s[%r{/([a-z]\w*)/(?:lib|templates|spec)/}, 1]
      used = module_name ? "module '#{module_name}' uses it" : 'it is used'
      raise MissingPart, "#{self}::#{name} is not among what nostrings offers to Ruby code; #{used}#{where ? " in #{where}" : ''}"
    end
  end
end

[Puppet, Puppet::Util, Puppet::Pops, Puppet::Pops::Types, Puppet::Parser, Puppet::Functions].each do |mod|
  mod.singleton_class.prepend(Nostrings::Missing)
end
