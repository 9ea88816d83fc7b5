# Functions by the file that they are in. The program finds the file; a file that changes is another function.
module Nostrings
  module LoadedFunctions
    ByFile = {}
    INSTANCES = {}
    CACHE = {}

    class << self
      # The class that a file has created.
      attr_accessor :created

      # Load a file with a function of the 4.x API; says how it may be called.
      def load(name, file)
        function = function(name, file)
        { 'local_types' => function.local_type_texts, 'dispatches' => function.dispatches.map(&:description) }
      end

      # Load a file with a function of the 3.x API; says its arity and whether it has a value.
      def load_legacy(name, file)
        unless ByFile[file]
          source = File.read(file, encoding: 'UTF-8')
          TOPLEVEL_BINDING.eval(source, file, 1)
          ByFile[file] = Puppet::Parser::Functions.info(name)
          raise Puppet::ParseError, "The file #{file} does not define the function #{name}" unless ByFile[file]
        end
        { 'arity' => ByFile[file].arity, 'rvalue' => ByFile[file].type == :rvalue }
      end

      def invoke(name, file, index, scope, args, block)
        function = function(name, file)
        top = scope.topscope
        instance = INSTANCES[[file, top.number]] ||= function.new(top)
        function.dispatches[index].invoke(instance, scope, args, &block)
      end

      # What functions with `cache_param` keep during a compilation.
      def cache
        CACHE
      end

      def forget_compilation
        INSTANCES.clear
        CACHE.clear
        Puppet::Parser::Scope.known.clear
      end

      private

      # An instance of Ruby that took the place of one that ended loads what that one had loaded.
      def function(name, file)
        ByFile[file] ||= evaluated(name, file)
      end

      def evaluated(name, file)
        source = File.read(file, encoding: 'UTF-8')
        unless source.include?('Puppet::Functions.create_')
          raise ArgumentError, "The code loaded from #{file} does not seem to be a Puppet 4x API function - no create_function call."
        end
        self.created = nil
        Object.new.instance_eval { binding }.eval(source, file, 1)
        unless created
          raise ArgumentError, "The code loaded from #{file} did not produce a Function class when evaluated."
        end
        unless created.func_name.casecmp?(name)
          raise ArgumentError, "The code loaded from #{file} produced mis-matched name, expected '#{name}', got '#{created.func_name}'"
        end
        created
      end
    end
  end

  on('function.load') { |name, file| LoadedFunctions.load(name, file) }
  on('function.invoke') { |*call| LoadedFunctions.invoke(*call) }

  on('function.invoke_legacy') do |name, file, scope, args|
    LoadedFunctions.load_legacy(name, file)
    mapped = Puppet::Pops::Evaluator::Runtime3FunctionArgumentConverter.map_args(args, scope, '')
    scope.send("function_#{name}", mapped)
  end

  on('compilation.forget') { LoadedFunctions.forget_compilation }
end
