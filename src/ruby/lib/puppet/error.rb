# Puppet's exceptions, by Puppet's names and with its messages.
module Puppet
  class Error < RuntimeError
    attr_accessor :original

    def initialize(message = nil, original = nil)
      super(message.to_s.dup.force_encoding(Encoding::UTF_8).scrub)
      @original = original
    end
  end

  # For errors in a manifest: they know file, line and column, and say them at the end of their message.
  module ExternalFileError
    attr_accessor :file, :line, :pos, :puppetstack

    def initialize(message = nil, file = nil, line = nil, pos = nil, original = nil)
      if pos.is_a?(Exception)
        original = pos
        pos = nil
      end
      super(message, original)
      @file = file unless file.is_a?(String) && file.empty?
      @line = line
      @pos = pos
      @puppetstack = []
    end

    def to_s
      super + Puppet::Util::Errors.error_location_with_space(@file, @line, @pos)
    end

    # The program adds the place itself.
    def wire_details
      { 'file' => @file&.to_s, 'line' => @line, 'column' => @pos, 'words' => RuntimeError.instance_method(:to_s).bind_call(self) }
    end
  end

  class ParseError < Error
    include ExternalFileError
  end

  class ResourceError < Error
    include ExternalFileError
  end

  class DevError < Error
    include ExternalFileError
  end

  class ParseErrorWithIssue < ParseError
    attr_reader :issue_code, :basic_message, :arguments
    attr_accessor :environment, :node

    def initialize(message = nil, file = nil, line = nil, pos = nil, original = nil, issue_code = nil, arguments = nil)
      super(message, file, line, pos, original)
      @issue_code = issue_code
      @basic_message = message
      @arguments = arguments
    end
  end

  class PreformattedError < ParseErrorWithIssue; end

  class ErrorWithData < Error
    include ExternalFileError
    attr_reader :error_data

    def initialize(error_data, message, file: nil, line: nil, pos: nil, original: nil)
      super(message, file, line, pos, original)
      @error_data = error_data
    end
  end

  class MissingCommand < Error; end
  class LockError < Error; end
  class AlreadyInitializedError < Error; end

  class ExecutionFailure < Error; end

  class SettingsError < Error; end

  module Util
    module Errors
      class << self
        # ` (file: x, line: 1, column: 2)` with what is known; empty without any.
        def error_location_with_space(file = nil, line = nil, column = nil)
          location = error_location(file, line, column)
          location.empty? ? '' : " #{location}"
        end

        def error_location(file = nil, line = nil, column = nil)
          file = nil if file.is_a?(String) && file.empty?
          return file ? "(file: #{file})" : '' unless line

          parts = [file && "file: #{file}", "line: #{line}", column && "column: #{column}"].compact
          "(#{parts.join(', ')})"
        end

        def error_location_with_unknowns(file, line)
          error_location(file || 'unknown', line || 'unknown').then { |location| " #{location}" }
        end
      end

      def devfail(message)
        raise adderrorcontext(Puppet::DevError.new(message))
      end

      def adderrorcontext(error, other = nil)
        error.line ||= line if error.respond_to?(:line=) && respond_to?(:line) && line
        error.file ||= file if error.respond_to?(:file=) && respond_to?(:file) && file
        error.original ||= other if error.respond_to?(:original=)
        error.set_backtrace(other.backtrace) if other.respond_to?(:backtrace) && other.backtrace
        error
      end

      def error_context
        respond_to?(:file) && respond_to?(:line) && file && line ? " #{Errors.error_location(file, line)}" : ''
      end

      def exceptwrap(options = {})
        options[:type] ||= Puppet::DevError
        yield
      rescue Puppet::Error => e
        raise adderrorcontext(e)
      rescue StandardError => e
        message = options[:message] || "#{self.class} failed with error #{e.class}: #{e}"
        error = options[:type].new(message, nil, nil, nil, e)
        raise adderrorcontext(error, e)
      end

      # Raise an error of the class given first, Puppet::Error otherwise; the rest is its message.
      def fail(*args)
        type = args.first.is_a?(Class) ? args.shift : Puppet::Error
        other = args.count > 1 ? args.pop : nil
        raise adderrorcontext(type.new(args.join(' ')), other.is_a?(Exception) ? other : nil)
      end
    end
  end
end

Nostrings.provides 'puppet/util/errors', 'puppet/util/constant_inflector'
