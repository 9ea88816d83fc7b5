# What functions reach through a scope: the compilation, its catalog, node and environment.
module Puppet
  module Parser
    class Compiler
      def initialize(scope)
        @scope = scope
      end

      def catalog
        @catalog ||= Puppet::Resource::Catalog.new(@scope)
      end

      def environment
        @environment ||= Puppet::Node::Environment.new(@scope)
      end

      def node
        @node ||= Puppet::Node::Compiled.new(@scope)
      end

      def topscope
        @scope.topscope
      end

      def findresource(*args)
        catalog.resource(*args)
      end

      def resources
        catalog.resources
      end

      def add_resource(_scope, resource)
        catalog.add_resource(resource)
      end

      def evaluate_classes(classes, scope, _lazy = true)
        names = classes.is_a?(Hash) ? classes.keys : Array(classes)
        scope.call_function('include', names)
      end

      def has_all_variables?
        true
      end
    end
  end

  module Node
    class Compiled
      def initialize(scope)
        @scope = scope
      end

      def name
        Nostrings.ask('node.name', @scope)
      end

      def facts
        Facts.new(name, @scope)
      end

      def parameters
        Nostrings.ask('node.parameters', @scope)
      end

      def environment
        @scope.environment
      end

      def classes
        @scope.catalog.classes
      end
    end

    class Facts
      attr_reader :name

      def initialize(name, scope)
        @name = name
        @scope = scope
      end

      def values
        @scope.topscope.lookupvar('facts')
      end
    end

    class Environment
      def initialize(scope)
        @scope = scope
      end

      def name
        Nostrings.ask('environment.name', @scope).to_sym
      end

      def to_s
        name.to_s
      end

      def modules
        Nostrings.ask('environment.modules', @scope).map { |name, path| Puppet::Module.new(name, path, self) }
      end

      def module(name)
        modules.find { |one| one.name == name.to_s }
      end

      def modulepath
        Nostrings.ask('environment.modulepath', @scope)
      end
      alias full_modulepath modulepath

      def manifest
        Nostrings.ask('environment.manifest', @scope)
      end

      def known_resource_types
        @scope
      end
    end
  end

  class Module
    attr_reader :name, :path, :environment

    def self.find(name, environment = nil)
      path = Nostrings.ask('module.path', name.to_s)
      path && new(name.to_s, path, environment)
    end

    def initialize(name, path, environment = nil)
      @name = name
      @path = path
      @environment = environment
    end

    def metadata_file
      File.join(@path, 'metadata.json')
    end

    def metadata
      @metadata ||= JSON.parse(File.read(metadata_file))
    end

    def has_metadata?
      File.exist?(metadata_file)
    end

    def version
      metadata['version']
    end

    %w[files templates manifests lib facts.d].each do |folder|
      method = folder.delete_suffix('s').tr('.', '_')
      define_method(folder == 'lib' ? :plugin_directory : :"#{method == 'manifest' ? 'manifests' : "#{method}s"}") { File.join(@path, folder) }
    end

    %w[file template manifest].each do |kind|
      define_method(kind) do |name = nil|
        found = File.join(@path, "#{kind}s", name.to_s)
        File.exist?(found) ? found : nil
      end
    end
  end
end

Nostrings.provides 'puppet/node', 'puppet/node/environment', 'puppet/module'
