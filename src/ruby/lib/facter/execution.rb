module Facter
  module Core
    # Commands that facts run: in the C locale, at most 300 seconds, standard output without the white space around it.
    module Execution
      class ExecutionFailure < StandardError; end

      PATIENCE = 300
      OPTIONS = %i[on_fail expand logger timeout time_limit limit].freeze

      class << self
        def execute(command, options = {})
          unknown = options.keys - OPTIONS
          Facter.warn("Unexpected key passed to Facter::Core::Execution.execute option: #{unknown.join(',')}") if unknown.any?
          run(command.to_s, options.fetch(:on_fail, :raise), limit(options))
        end

        def exec(command)
          execute(command, on_fail: nil)
        end

        def execute_command(command, on_fail = nil, _logger = nil, timeout = nil)
          [run(command.to_s, on_fail, timeout || PATIENCE), '']
        end

        def which(program)
          Puppet::Util.which(program) || search_paths.map { |folder| File.join(folder, program) }.find { |path| File.executable?(path) }
        end

        def search_paths
          ENV.fetch('PATH', '').split(File::PATH_SEPARATOR) + %w[/sbin /usr/sbin]
        end

        def absolute_path?(path, _platform = nil)
          path.start_with?('/')
        end

        def expand_command(command)
          program, rest = command.strip.split(/\s/, 2)
          found = which(program.to_s)
          found && [found, rest].compact.join(' ')
        end

        def with_env(values, &block)
          Puppet::Util.withenv(values, &block)
        end

        private

        def limit(options)
          seconds = (options[:timeout] || options[:time_limit] || options[:limit]).to_i
          seconds.positive? ? seconds : PATIENCE
        end

        def run(command, on_fail, seconds)
          return failed(on_fail, "Could not execute '#{command}': command not found") unless runnable?(command)

          output, = Timeout.timeout(seconds) { Open3.capture3({ 'LC_ALL' => 'C', 'LANG' => 'C' }, command) }
          output.strip
        rescue Timeout::Error
          message = "Timeout encounter after #{seconds}s, killing process"
          on_fail == :raise ? raise(StandardError, message) : on_fail
        rescue SystemCallError => e
          failed(on_fail, "Failed while executing '#{command}': #{e.message}")
        end

        # What a shell knows by itself, or a program.
        def runnable?(command)
          word = command.strip[/\A[^\s;|&<>()]+/].to_s.delete(%q('"))
          return true if word.empty? || word.include?('=') || Posix::SHELL_WORDS.include?(word) || word.match?(/\A[({!]/)

          which(word) ? true : false
        end

        def failed(on_fail, message)
          raise ExecutionFailure, message if on_fail == :raise

          on_fail
        end
      end

      %i[execute exec which with_env].each do |name|
        define_method(name) { |*args, &block| Execution.public_send(name, *args, &block) }
      end
    end
  end
end
