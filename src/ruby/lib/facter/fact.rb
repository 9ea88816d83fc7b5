module Facter
  module Util
    # A fact that modules add, with all the ways to get it.
    class Fact
      attr_reader :name, :options
      attr_accessor :ldapname

      def initialize(name, options = {})
        @name = name.to_s.downcase.to_sym
        @options = options
        @resolutions = []
      end

      def add(options = {}, &block)
        define_resolution(options.delete(:name), options, &block)
      end

      def define_resolution(name, options = {}, &block)
        resolution = resolution_of(name, options.delete(:type) || :simple)
        resolution.options(options) unless options.empty?
        resolution.evaluate(&block) if block
        resolution
      rescue Nostrings::MissingPart
        raise
      rescue StandardError => e
        Facter.log_exception(e, "Unable to add resolve #{name.inspect} for fact #{@name}: #{e.message}")
        nil
      end

      def resolution(name)
        name && @resolutions.find { |one| one.name == name }
      end

      def flush
        @resolutions.each(&:flush)
        @value = nil
      end

      # The value of the heaviest way that has one; the program's own fact goes before a way without weight.
      def value
        return @value unless @value.nil?

        raise "Caught recursion on #{@name}" if @searching

        @searching = true
        @weight = 0
        found = first_value
        core = @weight.positive? ? nil : Facter.core_value(@name)
        @value = core.nil? ? found : core
      ensure
        @searching = false
      end

      private

      def resolution_of(name, type)
        found = resolution(name)
        if found
          return found if found.resolution_type == type

          raise ArgumentError, "Cannot return resolution #{name} with type #{type}; already defined as #{found.resolution_type}"
        end
        kinds = { simple: Resolution, aggregate: Core::Aggregate }
        kind = kinds[type] or
          raise ArgumentError, "Expected resolution type to be one of (:simple, :aggregate) but was #{type}"
        @resolutions << kind.new(name, self)
        @resolutions.last
      end

      def first_value
        suitable = @resolutions.select(&:suitable?)
        suitable.sort_by.with_index { |one, index| [-one.weight, index] }.each do |resolution|
          value = resolution.value
          @weight = resolution.weight
          return value unless value.nil?
        end
        nil
      rescue ResolveCustomFactError
        nil
      end
    end

    # A fact of the program.
    class ProgramFact
      attr_reader :name, :value

      def initialize(name, value)
        @name = name.to_sym
        @value = value
      end

      def resolution(*)
        nil
      end

      def flush; end
    end
  end
end
