require 'stringio'

# IO.popen: the process runs when its output is first read or its input is closed, and to its end. There is no dialogue.
module Posix
  class Pipe
    include Enumerable

    READERS = %i[read gets each_line each readlines readline eof? eof getc readpartial each_char each_byte].freeze

    def initialize(command, mode)
      @command = command
      @writes = mode.match?(/[w+]/)
      @reads = mode.match?(/[r+]/)
      @input = +''
      run unless @writes
    end

    def write(*texts)
      texts.sum do |text|
        @input << text.to_s
        text.to_s.bytesize
      end
    end

    def puts(*texts)
      lines = StringIO.new
      lines.puts(*texts)
      write(lines.string)
      nil
    end

    def print(*texts)
      write(*texts)
      nil
    end

    def <<(text)
      write(text)
      self
    end

    def close_write
      run
      nil
    end

    def close
      run
      $stdout.write(@out.read) unless @reads
      Posix.last_status = @status
      @closed = true
      nil
    end

    def closed?
      @closed || false
    end

    def pid
      run
      @status.pid
    end

    def flush
      self
    end

    def sync=(value)
      value
    end

    def binmode
      self
    end

    def set_encoding(*)
      self
    end

    READERS.each do |name|
      define_method(name) do |*args, **options, &block|
        run
        @out.public_send(name, *args, **options, &block)
      end
    end

    private

    def run
      return if @out

      finished = Posix.run(@command, input: @input)
      $stderr.write(finished.err) unless finished.err.empty?
      @out = StringIO.new(finished.out)
      @status = finished.status
    end
  end
end

class IO
  def self.popen(*args, **options)
    env = args.first.is_a?(Hash) ? args.shift : {}
    command = args.shift
    mode = args.first.is_a?(String) ? args.shift : 'r'
    options = args.shift.merge(options) if args.first.is_a?(Hash)
    pipe = Posix::Pipe.new([env, *command, options.reject { |name, _| name.to_s.end_with?('encoding') }], mode)
    return pipe unless block_given?

    begin
      yield pipe
    ensure
      pipe.close unless pipe.closed?
    end
  end
end
