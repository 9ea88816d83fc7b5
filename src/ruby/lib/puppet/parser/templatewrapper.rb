require 'erb'

# ERB templates. A template sees the variables of its scope as instance variables; only those that its text names are asked
# for, unless it reaches for them in another way.
module Puppet
  module Parser
    class TemplateWrapper
      include Puppet::Util
      include Puppet::Util::Logging

      NAMED = /@([A-Za-z_]\w*)/.freeze
      REACHING = /instance_variable|instance_eval|instance_exec|\bbinding\b|@\#\{/.freeze
      # Compiled templates by file and text, each a method of this class.
      COMPILED = {}

      attr_reader :file

      def initialize(scope)
        @__scope__ = scope
      end

      def scope
        @__scope__
      end

      def file=(name)
        @__file__ = Files.find_template(name.to_s)
        raise Puppet::ParseError, "Could not find template '#{name}'" unless @__file__
      end

      def has_variable?(name)
        scope.include?(name.to_s)
      end

      def classes
        scope.catalog.classes
      end

      def tags
        raise NotImplementedError, "Call 'all_tags' instead."
      end

      def all_tags
        scope.catalog.tags
      end

      def result(text = nil)
        text ||= File.read(@__file__, encoding: 'UTF-8')
        bind_variables(text)
        method = COMPILED[[@__file__, text]] ||= compile(text)
        method == :evaluate ? evaluate(text) : send(method)
      end

      def to_s
        "template[#{@__file__ || 'inline'}]"
      end

      # Without the variables, some of which may be secret.
      def inspect
        "#<#{self.class} #{self}>"
      end

      private

      def bind_variables(text)
        names = REACHING.match?(text) ? nil : text.scan(NAMED).flatten.uniq
        return if names == []

        variables = names ? Nostrings.ask('scope.variables', scope, names).merge(scope.set_here.slice(*names)) : scope.to_hash
        variables.each { |name, value| instance_variable_set("@#{name.gsub(/\W/, '_')}", value) }
      end

      # A method runs in half the time of a text. What cannot be within a method stays a text.
      def compile(text)
        return :evaluate if text.match?(/\b(?:class|module|BEGIN|END|__method__|binding|local_variables|__FILE__|__dir__)\b/)

        name = "nostrings_template_#{COMPILED.size}"
        Puppet::Util.create_erb(text).tap { |erb| erb.filename = @__file__ }.def_method(TemplateWrapper, "#{name}()", @__file__ || '(erb)')
        name
      rescue SyntaxError
        :evaluate
      end

      def evaluate(text)
        Puppet::Util.create_erb(text).tap { |erb| erb.filename = @__file__ }.result(binding)
      end
    end
  end

  module Util
    def self.create_erb(content)
      ERB.new(content, trim_mode: '-')
    end
  end
end

module Nostrings
  module Templates
    class << self
      def file(scope, name)
        wrapper = Puppet::Parser::TemplateWrapper.new(scope)
        wrapper.file = name
        rendered(wrapper) do |error|
          file, line = place_of(error)
          ["Failed to parse template #{name}:", "  Filepath: #{file}", "  Line: #{line}", "  Detail: #{error}"].join("\n") + "\n"
        end
      end

      def text(scope, text)
        wrapper = Puppet::Parser::TemplateWrapper.new(scope)
        rendered(wrapper, text) { |error| "Failed to parse inline template: #{error}" }
      end

      private

      # A text that is no Ruby fails before any of it runs: its place is in the message only.
      def place_of(error)
        at = error.is_a?(SyntaxError) ? error.message : (error.backtrace || []).first
        at.to_s.split(':')
      end

      def rendered(wrapper, *text)
        wrapper.result(*text)
      rescue MissingPart
        raise
      rescue StandardError, ScriptError => e
        error = Puppet::ParseError.new(yield(e), nil, nil, nil, e)
        error.set_backtrace(e.backtrace)
        raise error
      end
    end
  end

  on('template.file') { |scope, name| Templates.file(scope, name) }
  on('template.text') { |scope, text| Templates.text(scope, text) }
end
