# Scopes: variables, functions and what surrounds them. The program has them; here they are numbers.
module Puppet
  module Parser
    class Scope
      include Functions::Methods
      include Puppet::Util::Logging

      UNCAUGHT_THROW_EXCEPTION = UncaughtThrowError
      BUILT_IN_VARS = %w[module_name caller_module_name].freeze

      attr_reader :number

      def self.of(number)
        known[number] ||= new(number)
      end

      def self.known
        @known ||= {}
      end

      def self.true?(value)
        value != '' && value != :undef && !!value
      end

      def self.number?(value)
        return value if value.is_a?(Numeric)

        Integer(value, exception: false) || Float(value, exception: false) || nil
      end

      def initialize(number)
        @number = number
      end

      def to_wire
        { '$' => 'scope', 'v' => @number }
      end

      def ==(other)
        other.is_a?(Scope) && other.number == @number
      end
      alias eql? ==

      def hash
        @number.hash
      end

      def lookupvar(name, _options = {})
        raise Puppet::ParseError, "Scope variable name #{name.inspect} is a #{name.class}, not a string" unless name.is_a?(String)

        set_here.fetch(name) { Nostrings.ask('scope.lookup', self, name) }
      end

      def [](name, options = {})
        lookupvar(name, options)
      end

      def include?(name)
        Nostrings.ask('scope.include', self, name.to_s)
      end

      def exist?(name)
        Nostrings.ask('scope.exist', self, name.to_s)
      end
      alias has_variable? include?

      def bound?(name)
        Nostrings.ask('scope.bound', self, name.to_s)
      end

      def setvar(name, value, _options = {})
        Nostrings.ask('scope.set', self, name, value)
        set_here[name] = value
      end

      # What Ruby code has set stays the same object: templates change it and look it up again.
      def set_here
        @set_here ||= {}
      end

      def []=(name, value, _options = {})
        setvar(name, value)
      end

      def to_hash(recursive = true, include_undef = false)
        Nostrings.ask('scope.hash', self, recursive, include_undef).merge(set_here)
      end

      def to_s
        Nostrings.ask('scope.text', self)
      end

      def call_function(name, args, &block)
        args = [args] unless args.is_a?(Array)
        Nostrings.ask('function.call', self, name.to_s, args, block)
      end

      def topscope
        @topscope ||= Nostrings.ask('scope.top', self)
      end

      def parent_module_name
        parent = Nostrings.ask('scope.parent', self)
        parent&.module_name
      end

      def module_name
        Nostrings.ask('scope.module_name', self)
      end

      def resource
        found = Nostrings.ask('scope.resource', self)
        found && Puppet::Resource::Declared.new(self, *found)
      end

      def source
        @source ||= Source.new(self)
      end

      def compiler
        @compiler ||= Compiler.new(self)
      end

      def catalog
        compiler.catalog
      end

      def environment
        compiler.environment
      end

      alias find_global_scope topscope

      def findresource(type, title = nil)
        catalog.resource(type, title)
      end

      def find_hostclass(name)
        Nostrings.ask('definition.class', self, name.to_s) ? Definition.new(self, 'class', name.to_s) : nil
      end

      def find_definition(name)
        Nostrings.ask('definition.define', self, name.to_s) ? Definition.new(self, 'define', name.to_s) : nil
      end

      def class_scope(name)
        Nostrings.ask('scope.of_class', self, name.respond_to?(:name) ? name.name : name.to_s)
      end

      # The resource defaults for a type that hold here, by their names as symbols.
      def lookupdefaults(type)
        Nostrings.ask('scope.defaults', self, type.to_s).to_h { |name, value| [name.to_sym, Default.new(name.to_sym, value)] }
      end

      Default = Struct.new(:name, :value)

      def inspect
        to_s
      end

      def undef_as(replacement, value)
        value.nil? || value == :undef ? replacement : value
      end

      def transform_and_assert_classnames(names)
        names.map do |name|
          name = name.class_name if name.is_a?(Pops::Types::PClassType)
          name = name.title if name.respond_to?(:title)
          raise ArgumentError, 'Cannot use undef as a class name' if name.nil?
          raise ArgumentError, 'Cannot use empty string as a class name' if name.empty?

          name.sub(/^([^:]{1,2})/, '::\1').downcase
        end
      end

      # `function_name([args])`: a function of the 3.x API in Ruby is called as the method that it is, any other by the program.
      def method_missing(method, *args, &block)
        name = method.to_s[/\Afunction_(.+)\z/, 1]
        return super unless name && Functions.function(name)
        return send(method, *args, &block) if Functions.info(name)

        arguments = args.first
        raise ArgumentError, Functions.not_an_array unless arguments.is_a?(Array)

        Nostrings.ask('function.call', self, name, arguments.map { |each| without_symbol(each) }, block)
      end

      # The language has no symbols but these.
      def without_symbol(value)
        value.is_a?(Symbol) && !%i[undef default].include?(value) ? value.to_s : value
      end

      def respond_to_missing?(method, include_private = false)
        name = method.to_s[/\Afunction_(.+)\z/, 1]
        name ? !!Functions.function(name) : super
      end

      # The class, define or node that a scope belongs to.
      class Source
        def initialize(scope)
          @scope = scope
        end

        def name
          Nostrings.ask('scope.source_name', @scope)
        end

        def module_name
          @scope.module_name
        end

        def to_s
          name
        end
      end

      class Definition
        attr_reader :type, :name

        def initialize(scope, type, name)
          @scope = scope
          @type = type
          @name = name.delete_prefix('::').downcase
        end
      end
    end
  end
end

Nostrings::Codec.tag('scope') { |number| Puppet::Parser::Scope.of(number) }
