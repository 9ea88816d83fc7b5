require 'open3'
require 'stringio'

# Open3 over finished processes: what is read is there as soon as the input is complete.
module Open3
  # A stream whose content is there once the process has run.
  class Later
    def initialize(&content)
      @content = content
    end

    def method_missing(name, *args, &block)
      @io ||= StringIO.new(@content.call)
      @io.public_send(name, *args, &block)
    end

    def respond_to_missing?(name, include_private = false)
      StringIO.method_defined?(name) || super
    end
  end

  # Stands for the thread that waits for the process.
  class Waiter
    def initialize(&finished)
      @finished = finished
    end

    def value
      @finished.call.status
    end

    def join(*)
      value
      self
    end

    def pid
      value.pid
    end

    def alive?
      false
    end
  end

  class << self
    def capture3(*command, stdin_data: '', binmode: false, **options)
      finished = Posix.run([*command, options], input: stdin_data)
      [finished.out, finished.err, finished.status]
    end

    def capture2(*command, stdin_data: '', binmode: false, **options)
      finished = Posix.run([*command, options], input: stdin_data)
      $stderr.write(finished.err)
      [finished.out, finished.status]
    end

    def capture2e(*command, stdin_data: '', binmode: false, **options)
      finished = Posix.run([*command, options], input: stdin_data, merge: true)
      [finished.out, finished.status]
    end

    def popen3(*command, **options, &block)
      input, finished = started(command, options, merge: false)
      streams = [input, Later.new { finished.call.out }, Later.new { finished.call.err }, Waiter.new(&finished)]
      given(streams, finished, &block)
    end

    def popen2(*command, **options, &block)
      input, finished = started(command, options, merge: false)
      given([input, Later.new { finished.call.out }, Waiter.new(&finished)], finished, &block)
    end

    def popen2e(*command, **options, &block)
      input, finished = started(command, options, merge: true)
      given([input, Later.new { finished.call.out }, Waiter.new(&finished)], finished, &block)
    end

    private

    def started(command, options, merge:)
      input = StringIO.new
      done = nil
      [input, -> { done ||= Posix.run([*command, options], input: input.string, merge: merge) }]
    end

    # With a block the process has run at its end, read or not.
    def given(streams, finished)
      return streams unless block_given?

      begin
        yield(*streams)
      ensure
        finished.call
      end
    end
  end
end
