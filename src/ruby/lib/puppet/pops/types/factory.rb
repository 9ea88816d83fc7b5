# Parsing types, inferring them, and checking values against them: the program has the type system.
module Puppet
  module Pops
    module Types
      class TypeParser
        def self.singleton
          @singleton ||= new
        end

        def parse(text, _context = nil)
          Nostrings.ask('type.parse', text)
        end
        alias parse_literal parse
      end

      class TypeCalculator
        class << self
          def singleton
            @singleton ||= new
          end

          def infer(value)
            Nostrings.ask('type.infer', value, false)
          end

          def infer_set(value)
            Nostrings.ask('type.infer', value, true)
          end

          def generalize(type)
            type.generalize
          end

          def instance?(type, value)
            type.instance?(value)
          end

          def assignable?(type, other)
            type.assignable?(other)
          end

          def is_kind_of_callable?(type, _optional = true)
            type.to_s.match?(/Callable/)
          end
        end

        %i[infer infer_set generalize instance? assignable?].each do |name|
          define_method(name) { |*args| self.class.public_send(name, *args) }
        end

        # The parser says what is wrong with a text that is no type.
        def string(type)
          type.to_s
        end
      end

      module TypeAsserter
        def self.assert_instance_of(subject, type, value, nil_ok = false, &block)
          return value if value.nil? && nil_ok

          words = block ? block.call(subject) : subject
          Nostrings.ask('type.assert', words.to_s, type, value)
        end
      end

      module TypeFactory
        class << self
          def parse(text)
            TypeParser.singleton.parse(text)
          end

          { any: 'Any', string: 'String', integer: 'Integer', float: 'Float', numeric: 'Numeric', boolean: 'Boolean',
            scalar: 'Scalar', data: 'Data', rich_data: 'RichData', undef: 'Undef', default: 'Default', regexp: 'Regexp',
            catalog_entry: 'CatalogEntry', binary: 'Binary', uri: 'URI', sensitive: 'Sensitive', callable: 'Callable',
            collection: 'Collection', array_of_any: 'Array', hash_of_any: 'Hash', iterable: 'Iterable' }.each do |name, text|
            define_method(name) { |*| parse(text) }
          end

          def optional(type)
            parse("Optional[#{type}]")
          end

          def variant(*types)
            parse("Variant[#{types.join(', ')}]")
          end

          def array_of(type, *)
            parse("Array[#{type}]")
          end

          def hash_of(value, key = 'Scalar', *)
            parse("Hash[#{key}, #{value}]")
          end

          def enum(*words)
            parse("Enum[#{words.map { |word| "'#{word}'" }.join(', ')}]")
          end
        end
      end

      class TypeMismatchDescriber
        def self.singleton
          @singleton ||= new
        end

        def self.describe_mismatch(name, expected, actual, *)
          singleton.describe_mismatch(name, expected, actual)
        end

        def describe_mismatch(name, expected, actual, *)
          Nostrings.ask('type.mismatch', name, expected, actual)
        end

        def self.validate_parameters(*)
          raise NotImplementedError, 'TypeMismatchDescriber.validate_parameters is not there'
        end
      end

      # Walking over what can be iterated.
      module Iterable
        def self.on(value, _element_type = nil, strict = true)
          case value
          when Integer then value.times
          when String then value.each_char
          when Array, Enumerator, Range then value.each
          when Hash then value.each
          else
            raise ArgumentError, "#{value.class} is not Iterable" if strict
          end
        end

        def self.asserted_iterable(caller, value, _infer_elements = false)
          on(value, nil, false) || raise(ArgumentError, "#{caller.class}(): wrong argument type (#{value.class}; is not Iterable.")
        end

        def self.unbounded?(value)
          value.is_a?(Enumerator) && value.size == Float::INFINITY
        end
      end

      StringConverter = Object.new
      def StringConverter.convert(value, format = :default)
        Nostrings.ask('function.call', nil, 'new', [PAnyType.new('String'), value, *(format == :default ? [] : [format])], nil)
      end

      def StringConverter.singleton
        self
      end
    end

    # Where Puppet code called from.
    module PuppetStack
      class << self
        def stacktrace
          Nostrings.ask('stack.trace')
        end

        def top_of_stack
          stacktrace.first || []
        end
      end
    end

    module Serialization
      class ToDataConverter
        def self.convert(value, options = {})
          Nostrings.ask('value.to_data', value, options[:rich_data] == true)
        end
      end

      class FromDataConverter
        def self.convert(value, _options = {})
          Nostrings.ask('value.from_data', value)
        end
      end
    end

    module Evaluator
      # Leaves Puppet code early. Not errors: only `rescue Exception` would see the first two.
      class Jumper < Exception
        attr_reader :value, :file, :line

        def initialize(value = nil, file = nil, line = nil)
          super()
          @value = value
          @file = file
          @line = line
        end
      end

      class Next < Jumper; end
      class Return < Jumper; end

      class PuppetStopIteration < StopIteration
        attr_reader :file, :line, :pos

        def initialize(file = nil, line = nil, pos = nil)
          super('break() from context where this is illegal')
          @file = file
          @line = line
          @pos = pos
        end
      end
    end
  end
end

Nostrings.provides 'puppet/pops', 'puppet/pops/serialization'
