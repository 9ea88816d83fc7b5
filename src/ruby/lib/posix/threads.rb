require 'timeout'

# There is one thread: what would run beside runs at once. Its deadlines are those of processes and of sleeping.
class Thread
  class << self
    def new(*args, &block)
      Posix::FinishedThread.new(*args, &block)
    end
    alias start new
    alias fork new
  end
end

module Posix
  # A thread that ran to its end when it was made.
  class FinishedThread
    attr_accessor :abort_on_exception, :report_on_exception, :name

    def initialize(*args)
      @locals = {}
      @value = yield(*args)
    rescue Exception => e # rubocop:disable Lint/RescueException -- as a thread, which raises when joined
      @error = e
    end

    def value
      raise @error if @error

      @value
    end

    def join(*)
      value
      self
    end

    def alive?
      false
    end

    def status
      @error ? nil : false
    end

    def kill
      self
    end
    alias exit kill
    alias terminate kill

    def [](name)
      @locals[name]
    end

    def []=(name, value)
      @locals[name] = value
    end
    alias thread_variable_get []
    alias thread_variable_set []=
  end

  # The deadlines of Timeout.timeout around what is running.
  module Timeouts
    Deadline = Struct.new(:time, :error)
    ACTIVE = []

    class << self
      def within(seconds, error)
        ACTIVE << Deadline.new(now + seconds, error)
        yield
      ensure
        ACTIVE.pop
      end

      # Milliseconds until the first deadline; nil without one.
      def left
        first = ACTIVE.min_by(&:time)
        first && [((first.time - now) * 1000).ceil, 1].max
      end

      def expire
        first = ACTIVE.min_by(&:time)
        raise first.error if first
      end

      def now
        Process.clock_gettime(Process::CLOCK_MONOTONIC)
      end
    end
  end
end

module Timeout
  def timeout(seconds, klass = nil, message = nil, &block)
    return yield(seconds) if seconds.nil? || seconds.zero?

    error = (klass || Timeout::Error).new(message || 'execution expired')
    Posix::Timeouts.within(seconds, error) { block.call(seconds) }
  end
  module_function :timeout
end

module Kernel
  alias nostrings_sleep sleep
  def sleep(seconds = nil)
    left = Posix::Timeouts.left
    raise ThreadError, 'sleep without an end: there is no other thread that could wake this one' if seconds.nil? && left.nil?
    return nostrings_sleep(seconds) if left.nil? || (seconds && seconds * 1000 <= left)

    nostrings_sleep(left / 1000.0)
    Posix::Timeouts.expire
  end
  module_function :sleep
end
