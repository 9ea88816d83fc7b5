require 'js.so'

# The one way between Ruby and the program: texts of JSON over `JS.eval`, each answered before the next. Calls nest.
module Nostrings
  # Something went wrong in the program that no exception of the Puppet API stands for.
  class ProgramError < StandardError; end

  def self.ask(name, *args)
    Channel.ask(name, args)
  end

  # Answer what the program calls by this name.
  def self.on(name, &handler)
    Channel::HANDLERS[name] = handler
  end

  module Channel
    HANDLERS = {}
    # Exceptions on their way through the program; a failure that comes back is the same object.
    EXCEPTIONS = []
    # The JavaScript error that an exception stands for.
    THROWN = :@nostrings_thrown
    TAGGED = '"$":'.freeze
    BACKTRACE_LINE = /\A(.+?):(\d+)(?::in .*)?\z/.freeze

    class << self
      def ask(name, args)
        text = JS.eval(JSON.generate([name, Codec.encode(args)], max_nesting: false)).to_s
        reply = parse(text)
        raise exception(reply['e']) if reply['e']

        text.include?(TAGGED) ? Codec.decode(reply['v']) : reply['v']
      end

      # Called by the program: take the request that is waiting, and leave the answer.
      def serve
        JS.eval("=#{answer(JS.eval('').to_s)}")
        nil
      end

      private

      def answer(text)
        name, args = parse(text)
        args = Codec.decode(args) if text.include?(TAGGED)
        value = HANDLERS.fetch(name).call(*args)
        JSON.generate({ 'v' => Codec.encode(value) }, max_nesting: false)
      rescue Exception => e # rubocop:disable Lint/RescueException -- also exit, and running out of memory
        JSON.generate('e' => report(e))
      end

      def parse(text)
        JSON.parse(text, max_nesting: false)
      end

      def exception(error)
        return EXCEPTIONS.fetch(error['id']) if error['id'] && error['id'] >= 0

        exception = Object.const_get(error['class']).new(error['message'])
        exception.instance_variable_set(THROWN, error['thrown'])
        exception
      rescue NameError
        raise ProgramError, error['message']
      end

      def report(exception)
        EXCEPTIONS << exception
        {
          'class' => exception.class.to_s,
          'ancestors' => exception.class.ancestors.grep(Class).map(&:to_s),
          'message' => exception.message.to_s.dup.force_encoding(Encoding::UTF_8).scrub,
          'backtrace' => frames(exception),
          'id' => EXCEPTIONS.size - 1,
          'thrown' => exception.instance_variable_get(THROWN),
          'details' => details(exception)
        }
      end

      def frames(exception)
        (exception.backtrace || []).first(60).filter_map do |line|
          match = BACKTRACE_LINE.match(line)
          match && { 'file' => match[1], 'line' => match[2].to_i }
        end
      end

      def details(exception)
        case exception
        when SystemExit then { 'status' => exception.status }
        when SyntaxError then { 'syntax' => true }
        else exception.respond_to?(:wire_details) ? exception.wire_details : {}
        end
      end
    end
  end
end
