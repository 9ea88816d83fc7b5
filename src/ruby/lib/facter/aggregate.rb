require 'tsort'

module Facter
  module Core
    # A fact of parts: chunks, each with the ones it requires, put together at the end.
    class Aggregate
      include Suitable
      include Resolvable

      class DependencyError < StandardError; end

      # The order in which chunks can be worked out.
      class Order < Hash
        include TSort
        alias tsort_each_node each_key

        def tsort_each_child(name, &block)
          fetch(name).each(&block)
        end
      end

      attr_reader :name, :fact, :fact_type

      def initialize(name, fact)
        @name = name
        @fact = fact
        @chunks = {}
        @requires = Order.new
      end

      def resolution_type
        :aggregate
      end

      def evaluate(&block)
        instance_eval(&block)
      end

      def options(options)
        unknown = options.keys - %i[name timeout weight fact_type file]
        raise ArgumentError, "Invalid aggregate options #{unknown.inspect}" if unknown.any?

        options.each { |name, value| instance_variable_set("@#{name}", value) }
      end

      def chunk(name, options = {}, &block)
        raise ArgumentError, "#{self.class.name}#chunk requires a block" unless block
        raise ArgumentError, "#{self.class.name}#expected chunk name to be a Symbol" unless name.is_a?(Symbol)

        unknown = options.keys - [:require]
        raise ArgumentError, "Unexpected options passed to #{self.class.name}#chunk: #{unknown.inspect}" if unknown.any?

        @requires[name] = Array(options[:require])
        @chunks[name] = block
        self
      end

      def aggregate(&block)
        raise ArgumentError, "#{self.class.name}#aggregate requires a block" unless block

        @aggregate = block
        self
      end

      private

      def resolve_value
        results = {}
        order.each { |name| results[name] = @chunks[name].call(*results.values_at(*@requires[name])) }
        @aggregate ? @aggregate.call(results) : results.values.inject { |all, part| merged(all, part) }
      end

      def order
        @requires.tsort
      rescue TSort::Cyclic, KeyError => e
        raise DependencyError, "Could not order chunks; found the following dependency cycles: #{e.message}"
      end

      def merged(one, other)
        case [one, other]
        in [Hash, Hash] then one.merge(other) { |_, mine, its| merged(mine, its) }
        in [Array, Array] then one + other
        in [nil, _] then other
        in [_, nil] then one
        else
          raise ArgumentError, 'Could not deep merge all chunks (Original error: Cannot merge ' \
                               "#{one.inspect}:#{one.class} and #{other.inspect}:#{other.class}), ensure that chunks return either an " \
                               'Array or Hash or override the aggregate block'
        end
      end
    end
  end
end
