# The 4.x function API. What a function's dispatches accept is told to the program, which has the type system: it chooses,
# and has Ruby run the method of the one that fits.
module Puppet
  module Pops
    module Functions
      class Function
        attr_reader :closure_scope, :loader

        class << self
          attr_accessor :func_name, :local_type_texts

          def dispatches
            @dispatches ||= []
          end

          def name
            func_name || super
          end

          def inherited(subclass)
            super
            subclass.local_type_texts = {}
          end
        end

        def initialize(closure_scope, loader = nil)
          @closure_scope = closure_scope
          @loader = loader
        end

        # Another function, by name, at the scope that this one was defined in.
        def call_function(function_name, *args, &block)
          Nostrings.ask('function.call', closure_scope, function_name.to_s, args, block)
        end

        # This function, as code in Ruby calls it.
        def call(scope, *args, &block)
          Nostrings.ask('function.call', scope, self.class.func_name, args, block)
        end
      end
    end
  end

  module Functions
    class << self
      def create_function(func_name, function_base = Function, &block)
        unless function_base.ancestors.include?(Pops::Functions::Function)
          raise ArgumentError, "Functions must be based on Puppet::Pops::Functions::Function. Got #{function_base}"
        end

        created = Class.new(function_base)
        created.func_name = func_name.to_s
        created.class_eval(&block)
        created.default_dispatch if created.dispatches.empty?
        Nostrings::LoadedFunctions.created = created
      rescue StandardError => e
        raise e if e.is_a?(Nostrings::MissingPart)

        raise ArgumentError, "Function Load Error for function '#{func_name}': #{e.message}", e.backtrace
      end
      alias create_loaded_function create_function
    end

    class Function < Pops::Functions::Function
      class << self
        def dispatch(method_name, &block)
          dispatches << builder.build(method_name, false, &block)
        end

        def argument_mismatch(method_name, &block)
          dispatches << builder.build(method_name, true, &block)
        end

        def local_types(&block)
          LocalTypeAliases.new(self).instance_eval(&block)
        end

        # Without a dispatch the method of the function's own name takes anything.
        def default_dispatch
          method_name = func_name.split('::').last
          unless method_defined?(method_name)
            raise ArgumentError, "Function Creation Error, cannot create a default dispatcher for function '#{func_name}', " \
                                 'no method with this name found'
          end
          dispatches << Dispatch.any(method_name, instance_method(method_name).parameters)
        end

        private

        def builder
          DispatcherBuilder.new
        end
      end
    end

    class InternalFunction < Function
      class << self
        private

        def builder
          InternalDispatchBuilder.new
        end
      end

      def call_function_with_scope(scope, function_name, *args, &block)
        Nostrings.ask('function.call', scope, function_name.to_s, args, block)
      end
    end

    # `type 'Name = Integer[0]'` within local_types.
    class LocalTypeAliases
      def initialize(function)
        @function = function
      end

      def type(assignment)
        match = /\A\s*([A-Z]\w*(?:::[A-Z]\w*)*)\s*=\s*(.+)\z/m.match(assignment.to_s)
        raise ArgumentError, "Expected a type alias assignment on the form 'AliasType = T', got '#{assignment}'" unless match

        @function.local_type_texts[match[1]] = match[2]
      end
    end
  end
end

Nostrings.provides 'puppet/pops/functions/function', 'puppet/pops/functions/dispatcher'
