# A resource as functions see it: a type, a title and parameters. Those of the catalog are asked for.
module Puppet
  class Resource
    include Enumerable
    attr_accessor :type, :title, :file, :line, :exported, :virtual

    def self.capitalized(type)
      type.to_s.delete_prefix('::').split('::').map(&:capitalize).join('::')
    end

    def initialize(type, title = nil, options = {})
      type, title = self.class.split(type) if title.nil? && type.to_s.include?('[')
      @type = Resource.capitalized(type)
      @title = title
      @parameters = {}
      (options[:parameters] || {}).each { |name, value| @parameters[name.to_sym] = value }
    end

    def self.split(reference)
      match = /\A([^\[\]]+)\[(.+)\]\z/m.match(reference.to_s)
      raise ArgumentError, "No title provided and #{reference.inspect} is not a valid resource reference" unless match

      match.captures
    end

    # The type and title that a reference, or a type and a title, name.
    def self.type_and_title(type, title)
      return [capitalized(type.type), type.title] if type.is_a?(Resource)

      type, title = split(type) if title.nil? && type.to_s.include?('[')
      raise ArgumentError, "No title provided and #{type.inspect} is not a valid resource reference" if title.nil?

      [capitalized(type), title]
    end

    def resource_type
      @type
    end

    def ref
      "#{@type}[#{@title}]"
    end
    alias to_s ref
    alias to_ref ref

    def name
      self[:name] || @title
    end

    def [](name)
      parameters[name.to_sym]
    end

    def []=(name, value)
      parameters[name.to_sym] = value
    end

    def parameters
      @parameters
    end

    def to_hash
      parameters.dup
    end
    alias to_h to_hash

    def each(&block)
      parameters.each(&block)
    end

    def key?(name)
      parameters.key?(name.to_sym)
    end
    alias has_key? key?
    alias include? key?

    def class?
      @type == 'Class'
    end

    def ==(other)
      other.respond_to?(:ref) && other.ref == ref
    end
    alias eql? ==

    def hash
      ref.hash
    end

    def inspect
      "#{@type}[#{@title}]#{to_hash.inspect}"
    end

    def to_wire
      { '$' => 'reference', 'v' => [@type == 'Class' ? 'class' : @type, @title] }
    end

    # A resource of the catalog that is being compiled.
    class Declared < Resource
      def initialize(scope, type, title)
        super(type, title)
        @scope = scope
      end

      def parameters
        Nostrings.ask('catalog.parameters', @scope, @type, @title.to_s).transform_keys(&:to_sym)
      end

      def []=(name, value)
        Nostrings.ask('catalog.set_parameter', @scope, @type, @title.to_s, name.to_s, value)
      end
      alias set_parameter []=

      def tags
        Nostrings.ask('catalog.resource_tags', @scope, @type, @title.to_s)
      end

      def tag(*names)
        Nostrings.ask('catalog.add_tags', @scope, @type, @title.to_s, names.map(&:to_s))
      end

      def tagged?(*names)
        (tags & names.flatten.map(&:to_s)).any?
      end

      def virtual?
        Nostrings.ask('catalog.virtual', @scope, @type, @title.to_s)
      end
    end

    class Catalog
      def initialize(scope)
        @scope = scope
      end

      def resource(type, title = nil)
        type, title = Resource.split(type) if title.nil? && type.to_s.include?('[')
        type = type.type if type.respond_to?(:type)
        found = Nostrings.ask('catalog.find', @scope, Resource.capitalized(type), title.to_s)
        found && Declared.new(@scope, *found)
      end

      def resources
        Nostrings.ask('catalog.resources', @scope).map { |type, title| Declared.new(@scope, type, title) }
      end

      def classes
        Nostrings.ask('catalog.classes', @scope)
      end

      def tags
        Nostrings.ask('catalog.tags', @scope)
      end

      def name
        Nostrings.ask('node.name', @scope)
      end

      def environment
        @scope.environment.name.to_s
      end

      def add_resource(resource)
        @scope.call_function('create_resources', [resource.type.downcase, { resource.title => resource.to_hash.transform_keys(&:to_s) }])
      end

      def nostrings_type(name)
        Nostrings.ask('catalog.type', @scope, name.to_s)
      end
    end
  end
end

Nostrings.provides 'puppet/resource/catalog', 'puppet/parser/resource'
Puppet::Parser::Resource = Puppet::Resource
