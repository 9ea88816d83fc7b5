# Child processes: the program starts them and waits for their end. What Ruby calls one command line goes to a shell when it
# has anything that a shell would look at, as in CRuby.
module Posix
  SHELL_CHARACTERS = /[*?{}\[\]<>()~&|\\$;'`"\n#=%]/.freeze
  SHELL_WORDS = %w[
    . : alias bg break case cd command continue do done elif else esac eval exec exit export fc fg fi for getopts hash if
    jobs read readonly return set shift source test times trap true false type ulimit umask unalias unset until wait while \[
  ].freeze

  # A finished process: its output as bytes that pass for UTF-8, and its status.
  Finished = Struct.new(:out, :err, :status)

  class << self
    # Run [env,] command... [, options] as Kernel#spawn takes them, and wait.
    def run(arguments, input: nil, merge: false, inherit: false)
      command = Command.new(arguments)
      merge ||= command.merges?
      reply = Nostrings.ask('process.run', command.request.merge('input' => input, 'merge' => merge, 'inherit' => inherit,
                                                                 'milliseconds' => Timeouts.left))
      finished(command, reply)
    end

    def raise_errno(code, subject)
      raise Errno.const_defined?(code) ? Errno.const_get(code).new(subject) : SystemCallError.new("#{subject}: #{code}")
    end

    private

    def finished(command, reply)
      Timeouts.expire if reply['expired']
      if reply['errno']
        self.last_status = Status.new(0, 127, nil)
        raise_errno(reply['errno'], command.program)
      end
      self.last_status = Status.new(reply['pid'], reply['status'], reply['signal'])
      command.redirect(reply['out'], reply['err'])
      Finished.new(reply['out'], reply['err'], last_status)
    end
  end

  # A command line as Kernel#spawn and its relatives take it.
  class Command
    attr_reader :options

    def initialize(arguments)
      arguments = arguments.dup
      @env = arguments.first.is_a?(Hash) ? arguments.shift : {}
      @options = arguments.last.is_a?(Hash) ? arguments.pop : {}
      arguments = arguments.first if arguments.size == 1 && arguments.first.is_a?(Array) && !arguments.first.first.is_a?(Array)
      @is_line = arguments.size == 1 && arguments.first.is_a?(String)
      @words = arguments.map { |word| word.is_a?(Array) ? word.first.to_s : word.to_s }
      raise ArgumentError, 'wrong number of arguments (given 0, expected 1+)' if @words.empty?
      raise ArgumentError, 'string contains null byte' if @words.any? { |word| word.include?("\0") }
    end

    def request
      {
        'argv' => argv, 'cwd' => @options[:chdir] ? File.expand_path(@options[:chdir]) : Dir.pwd,
        'env' => environment, 'uid' => @options[:uid], 'gid' => @options[:gid], 'umask' => @options[:umask]
      }
    end

    def program
      @is_line ? @words.first.split.first.to_s : @words.first
    end

    def merges?
      err = @options[:err]
      err.is_a?(Array) ? err.include?(:out) : err == :out
    end

    # Where the options send the output; without them the caller has it.
    def redirect(out, err)
      target = @options[%i[out err]] || @options[[:err, :out]]
      return send_to(target, out + err) if target

      send_to(@options[:out], out)
      send_to(@options[:err], err) unless merges?
    end

    private

    def argv
      return @words unless @is_line

      line = @words.first
      raise Errno::ENOENT, line if line.strip.empty?

      for_shell?(line) ? ['/bin/sh', '-c', line] : line.split
    end

    def for_shell?(line)
      SHELL_CHARACTERS.match?(line) || SHELL_WORDS.include?(line.split.first)
    end

    def environment
      base = @options[:unsetenv_others] ? {} : ENV.to_h
      base.merge(@env.to_h { |name, value| [name.to_s, value&.to_s] }).compact
    end

    def send_to(target, text)
      case target
      when nil, :out, :err, Integer, :close then nil
      when String then File.write(target, text)
      when Array then target.first.is_a?(String) && File.open(*target) { |file| file.write(text) }
      else target.write(text)
      end
    end
  end
end

module Kernel
  def `(command)
    finished = Posix.run([command])
    $stderr.write(finished.err) unless finished.err.empty?
    finished.out
  end

  def system(*command, exception: false, **options)
    finished = Posix.run([*command, options], inherit: (%i[out err] & options.keys.flatten).empty?)
    raise "Command failed with exit #{finished.status.exitstatus}: #{command.grep(String).first}" if exception && !finished.status.success?

    finished.status.success?
  rescue SystemCallError
    raise if exception

    nil
  end

  def spawn(*command, **options)
    Process.spawn(*command, **options)
  end

  def exec(*command)
    system(*command)
    exit(Posix.last_status&.exitstatus || 127)
  end

  def fork
    raise NotImplementedError, 'fork() is not there: Ruby code runs inside of nostrings. Start a command instead'
  end

  alias nostrings_open open
  def open(path, *args, **options, &block)
    return IO.popen(path[1..].strip, *args, &block) if path.is_a?(String) && path.start_with?('|')

    nostrings_open(path, *args, **options, &block)
  end

  module_function :`, :system, :spawn, :exec, :fork, :open
end

module Process
  class << self
    # A process runs to its end before this returns.
    def spawn(*command, **options)
      status = Posix.run([*command, options], inherit: (%i[out err] & options.keys.flatten).empty?).status
      ended[status.pid] = status
      status.pid
    end

    def wait(pid = -1, *)
      status = pid == -1 ? ended.shift&.last : ended.delete(pid)
      raise Errno::ECHILD unless status

      Posix.last_status = status
      status.pid
    end
    alias waitpid wait

    def wait2(*args)
      wait(*args)
      [Posix.last_status.pid, Posix.last_status]
    end
    alias waitpid2 wait2

    def detach(pid)
      status = ended[pid]
      Thread.new { status }
    end

    def last_status
      Posix.last_status
    end

    %w[uid euid gid egid pid ppid].each do |name|
      define_method(name) { Nostrings.ask('process.ids')[name] }
    end

    def kill(signal, *pids)
      number = signal.is_a?(Integer) ? signal : Signal.list.fetch(signal.to_s.delete_prefix('SIG'))
      pids.each do |pid|
        errno = Nostrings.ask('process.kill', number, pid.to_i)
        Posix.raise_errno(errno, pid.to_s) if errno
      end
      pids.size
    end

    def daemon(*)
      raise NotImplementedError, 'Process.daemon is not there: Ruby code runs inside of nostrings'
    end

    def fork
      Kernel.fork
    end

    private

    def ended
      @ended ||= {}
    end
  end
end
