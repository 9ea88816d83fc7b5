# Facter's API for custom facts. The program collects the usual facts and asks for one of a module by its name.
require 'facter/execution'
require 'facter/resolution'
require 'facter/aggregate'
require 'facter/fact'

module Facter
  class ResolveCustomFactError < StandardError; end

  class << self
    def add(name, options = {}, &block)
      fact = define_fact(name)
      fact.add(options.merge(file: Nostrings::Facts.loading), &block)
      fact
    end

    def define_fact(name, options = {}, &block)
      fact = own[name.to_s.downcase] ||= Util::Fact.new(name, options)
      fact.instance_eval(&block) if block
      fact
    end

    # A fact by name, of a module or of the program; nil when there is none.
    def [](name)
      known = name.to_s.downcase
      own[known] || program_fact(known)
    end
    alias fact []

    def value(name)
      known = name.to_s.downcase
      own.key?(known) ? own[known].value : Nostrings.ask('facter.value', known)
    end

    # The fact that the program itself collects, whatever modules add.
    def core_value(name)
      Nostrings.ask('facter.core', name.to_s)
    end

    def list
      Nostrings.ask('facter.names') | own.keys
    end

    def each
      list.each { |name| yield name, value(name) }
    end

    def to_hash
      list.to_h { |name| [name, value(name)] }.compact
    end

    def collection
      self
    end

    def loadfacts; end
    def clear; end
    def flush; end
    def reset; end
    def search(*); end
    def search_external(*); end

    def search_path
      []
    end

    def search_external_path
      []
    end

    def version
      '4.3.0'
    end

    def debugging?
      false
    end
    alias trace? debugging?

    %i[debug info warn error].each do |level|
      define_method(level) do |message|
        name = { warn: 'warning', error: 'err' }.fetch(level, level.to_s)
        Nostrings.ask('facter.log', name, message.to_s)
        nil
      end
    end
    alias warnonce warn

    def debugonce(message)
      debug(message)
    end

    def log_exception(exception, message = :default)
      error(message == :default ? exception.message : message.to_s)
    end

    def on_message(*); end

    def own
      @own ||= {}
    end

    private

    def program_fact(name)
      value = Nostrings.ask('facter.value', name)
      value.nil? ? nil : Util::ProgramFact.new(name, value)
    end
  end

  FACTERVERSION = version

  # Facts may log by a logger of their own.
  class Log
    def initialize(_subject = nil); end

    %i[debug info warn error].each do |level|
      define_method(level) { |message| Facter.public_send(level, message) }
    end
    alias warnonce warn
    alias debugonce debug

    def log_exception(exception)
      error(exception.message)
    end
  end
end

LegacyFacter = Facter

module Nostrings
  # Files of facts, each loaded once in an instance.
  module Facts
    class << self
      attr_reader :loading

      def value(name, files)
        load_all(files)
        Facter.own[name]&.value
      end

      # The names of all facts that files add.
      def names(files)
        load_all(files)
        Facter.own.keys
      end

      private

      def load_all(files)
        files.each { |file| load_once(file) }
      end

      # A file that does not load has no facts; which one it is, is told.
      def load_once(file)
        return if loaded.include?(file)

        loaded << file
        outer = @loading
        @loading = file
        Kernel.load(file)
      rescue MissingPart
        raise
      rescue StandardError, ScriptError => e
        Facter.error("error while resolving custom facts in #{file} #{e.message}")
      ensure
        @loading = outer
      end

      def loaded
        @loaded ||= []
      end
    end
  end

  on('fact.value') { |name, files| Facts.value(name, files) }
  on('fact.names') { |files| Facts.names(files) }
end

Nostrings.provides 'facter', 'facter/util/resolution', 'facter/core/execution', 'facter/util/fact', 'facter/core/aggregate',
                   'facter/util/confine', 'facter/util/plist', 'facter/version'
