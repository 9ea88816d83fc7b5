# Which of Puppet's and Ruby's files the chapters stand for.
module Nostrings
  ROOT = '/.nostrings-ruby/lib'.freeze

  # Say that these are loaded: `require` of one of them does nothing.
  def self.provides(*features)
    features.each { |feature| $LOADED_FEATURES << "#{ROOT}/#{feature}.rb" }
  end
end
