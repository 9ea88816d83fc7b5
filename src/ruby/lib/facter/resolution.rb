module Facter
  module Core
    # When a way to get a fact applies, and how much it is worth.
    module Suitable
      def has_weight(weight)
        @weight = weight
        self
      end

      def confine(confines = nil, &block)
        if confines.is_a?(Hash)
          confines.each { |fact, values| confine_list << Util::Confine.new(fact, *values) }
        elsif block
          confine_list << Util::Confine.new(*[confines].compact, &block)
        end
      end

      # Without a weight, what more must hold for it.
      def weight
        @weight || confine_list.size
      end

      def suitable?
        confine_list.all?(&:true?)
      end

      private

      def confine_list
        @confine_list ||= []
      end
    end

    # Working out a value, with its deadline and its errors.
    module Resolvable
      attr_accessor :timeout

      def limit
        @timeout || 0
      end

      def on_flush(&block)
        @on_flush = block
      end

      def flush
        @on_flush&.call
      end

      def value
        Normalization.normalize(Timeout.timeout(limit) { resolve_value })
      rescue Timeout::Error => e
        Facter.log_exception(e, "Timed out after #{limit} seconds while resolving #{qualified_name}")
        nil
      rescue Normalization::Error => e
        Facter.log_exception(e, "Fact resolution #{qualified_name} resolved to an invalid value: #{e.message}")
        nil
      rescue Nostrings::MissingPart
        raise
      rescue StandardError => e
        Facter.log_exception(e, "Error while resolving custom fact #{qualified_name}: #{e.message}")
        raise ResolveCustomFactError
      end

      private

      def qualified_name
        "fact='#{@fact.name}', resolution='#{@name || '<anonymous>'}'"
      end
    end

    # What the value of a fact may be.
    module Normalization
      class Error < StandardError; end

      def self.normalize(value)
        case value
        when Integer, Float, true, false, nil, Symbol then value
        when String then text(value)
        when Array then value.map { |member| normalize(member) }
        when Hash then value.to_h { |key, member| [normalize(key), normalize(member)] }
        when Time, Date then value.iso8601
        else raise Error, "Expected #{value} to be one of [Integer, Float, TrueClass, FalseClass, NilClass, Symbol, String, Array, " \
                          "Hash], but was #{value.class}"
        end
      end

      def self.text(value)
        value = value.encode(Encoding::UTF_8) unless value.encoding == Encoding::ASCII_8BIT
        value = value.dup.force_encoding(Encoding::UTF_8)
        raise Error, "String #{value.inspect} doesn't match the reported encoding UTF-8" unless value.valid_encoding?
        raise Error, "String #{value.inspect} should not contain null bytes" if value.include?("\0")

        value
      rescue EncodingError
        raise Error, "String encoding #{value.encoding} is not UTF-8 and could not be converted to UTF-8"
      end
    end
  end

  module Util
    # A condition on another fact, or of a block.
    class Confine
      attr_reader :fact, :values

      def initialize(fact = nil, *values, &block)
        raise ArgumentError, 'The fact name must be provided' unless fact || block
        raise ArgumentError, 'One or more values or a block must be provided' if values.empty? && !block

        @fact = fact
        @values = values
        @block = block
      end

      def true?
        return called if @block && !@fact

        fact = Facter[@fact]
        value = fact && convert(fact.value)
        return false if value.nil?
        return called(value) if @block

        @values.any? { |wanted| convert(wanted) === value }
      end

      private

      def called(*args)
        !!@block.call(*args)
      rescue StandardError => e
        Facter.debug("Confine raised #{e.class} #{e}")
        false
      end

      # Case does not matter.
      def convert(value)
        value = value.to_s if value.is_a?(Symbol)
        value.is_a?(String) ? value.downcase : value
      end
    end

    # One way to get a fact.
    class Resolution
      extend Core::Execution
      include Core::Suitable
      include Core::Resolvable

      OPTIONS = %i[name value timeout weight fact_type file is_env].freeze

      attr_accessor :name, :code, :fact_type
      attr_reader :fact, :file
      attr_writer :value

      def initialize(name, fact)
        @name = name
        @fact = fact
      end

      def resolution_type
        :simple
      end

      def evaluate(&block)
        instance_eval(&block)
      end

      def options(options)
        unknown = options.keys - OPTIONS
        raise ArgumentError, "Invalid resolution options #{unknown.inspect}" if unknown.any?

        options.each { |name, value| instance_variable_set("@#{name}", value) }
      end

      def setcode(command = nil, &block)
        raise ArgumentError, 'You must pass either code or a block' unless command || block

        @code = command ? proc { command_output(command) } : block
        self
      end

      private

      def command_output(command)
        output = Core::Execution.execute(command, on_fail: nil)
        output.nil? || output.empty? ? nil : output
      end

      def resolve_value
        @value.nil? ? @code&.call : @value
      end
    end
  end
end
