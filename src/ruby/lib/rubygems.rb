# Of RubyGems there is what compares versions; no gem is installed here.
module Gem
  VERSION = '3.4.19'.freeze

  class LoadError < ::LoadError; end

  def self.loaded_specs
    {}
  end

  def self.ruby_version
    Version.new(RUBY_VERSION)
  end
end

require 'rubygems/version'
