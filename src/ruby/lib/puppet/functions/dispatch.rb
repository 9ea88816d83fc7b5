# One way to call a function of the 4.x API, and the words that describe it.
module Puppet
  module Functions
    class Dispatch
      attr_reader :method_name, :params, :block, :returns, :mismatch, :weaving

      # `weaving` has, for each argument of the method, the index of a parameter, or the name of what is injected.
      def initialize(method_name, params, weaving, block: nil, returns: nil, mismatch: false)
        @method_name = method_name
        @params = params
        @weaving = weaving
        @block = block
        @returns = returns
        @mismatch = mismatch
      end

      # Takes whatever the method takes.
      def self.any(method_name, parameters)
        counts = { req: 'required', opt: 'optional', rest: 'repeated' }
        params = parameters.filter_map do |kind, name|
          counts[kind] && { 'type' => 'Any', 'name' => name.to_s, 'count' => counts[kind] }
        end
        new(method_name, params, params.each_index.to_a)
      end

      def description
        { 'params' => @params, 'block' => @block, 'returns' => @returns, 'mismatch' => @mismatch, 'method' => @method_name.to_s }
      end

      def invoke(instance, scope, args, &block)
        instance.send(@method_name, *woven(scope, args), &block)
      end

      private

      def woven(scope, args)
        return args if @weaving.all?(Integer)

        @weaving.flat_map do |source|
          case source
          when Symbol then [injected(source, scope)]
          else @params[source]['count'].end_with?('repeated') ? args.drop(source) : args.slice(source, 1) || []
          end
        end
      end

      def injected(name, scope)
        case name
        when :scope then scope
        when :cache then Nostrings::LoadedFunctions.cache
        when :pal_catalog_compiler, :pal_compiler, :pal_script_compiler then scope.compiler
        end
      end
    end

    class DispatcherBuilder
      def build(method_name, mismatch, &block)
        @params = []
        @weaving = []
        @block = @returns = nil
        instance_eval(&block) if block
        Dispatch.new(method_name, @params, @weaving, block: @block, returns: @returns, mismatch: mismatch)
      end

      def param(type, name)
        raise ArgumentError, 'A required parameter cannot be added after an optional parameter' if optional?

        add(type, name, 'required')
      end
      alias required_param param

      def optional_param(type, name)
        add(type, name, 'optional')
      end

      def repeated_param(type, name)
        add(type, name, 'repeated')
      end
      alias optional_repeated_param repeated_param

      def required_repeated_param(type, name)
        raise ArgumentError, 'A required repeated parameter cannot be added after an optional parameter' if optional?

        add(type, name, 'required-repeated')
      end

      def block_param(*type_and_name)
        add_block('required', type_and_name)
      end
      alias required_block_param block_param

      def optional_block_param(*type_and_name)
        add_block('optional', type_and_name)
      end

      def return_type(type)
        unless type?(type)
          raise ArgumentError, "Argument to 'return_type' must be a String reference to a Puppet Data Type. Got #{type.class}"
        end

        @returns = type.to_s
      end

      private

      def add(type, name, count)
        raise ArgumentError, 'Parameters cannot be added after a block parameter' if @block
        raise ArgumentError, 'Parameters cannot be added after a repeated parameter' if repeated?
        raise ArgumentError, "Parameter name argument must be a Symbol. Got #{name.class}" if name.is_a?(String)
        unless type?(type)
          raise ArgumentError, "Parameter 'type' must be a String reference to a Puppet Data Type. Got #{type.class}"
        end

        @weaving << @params.size
        @params << { 'type' => type.to_s, 'name' => name.to_s, 'count' => count }
      end

      def add_block(count, type_and_name)
        raise ArgumentError, 'Attempt to redefine block' if @block
        raise ArgumentError, "block_param accepts max 2 arguments (type, name), got #{type_and_name.size}." if type_and_name.size > 2

        name = type_and_name.pop || :block
        raise ArgumentError, "Expected block_param name to be a Symbol, got #{name.class}" unless name.is_a?(Symbol)

        @block = { 'type' => (type_and_name.first || 'Callable').to_s, 'name' => name.to_s, 'count' => count }
      end

      def type?(type)
        type.is_a?(String) || type.is_a?(Pops::Types::PAnyType)
      end

      def optional?
        @params.any? { |param| param['count'] != 'required' }
      end

      def repeated?
        @params.any? { |param| param['count'].end_with?('repeated') }
      end
    end

    class InternalDispatchBuilder < DispatcherBuilder
      { scope_param: :scope, cache_param: :cache, compiler_param: :pal_catalog_compiler, pal_compiler_param: :pal_compiler,
        script_compiler_param: :pal_script_compiler }.each do |name, injection|
        define_method(name) { @weaving << injection }
      end
    end
  end
end
