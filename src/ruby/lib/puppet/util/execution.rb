# Running commands as Puppet does: in the C locale, output as a string that knows its exit status.
module Puppet
  module Util
    module Execution
      class ProcessOutput < String
        attr_reader :exitstatus

        def initialize(value, exitstatus)
          super(value)
          @exitstatus = exitstatus
        end
      end

      class << self
        # Fails with Puppet::ExecutionFailure unless the command ends with 0, or `failonfail: false` is among the options.
        def execute(command, options = {})
          options = { failonfail: !options.key?(:failonfail) && options.empty?, uid: nil, gid: nil, combine: options.empty?,
                      stdinfile: nil, squelch: false, override_locale: true, custom_environment: {}, sensitive: false }.merge(options)
          shown = options[:sensitive] ? '[redacted]' : shown_command(command)
          Puppet.debug("Executing#{executing_as(options)}: '#{shown}'")
          finished = run(command, options)
          output = output_of(finished, options)
          fail_with(shown, finished, output, options) if options[:failonfail] && finished.status.exitstatus != 0
          ProcessOutput.new(output, finished.status.exitstatus || 128 + finished.status.termsig)
        end

        def execpipe(command, failonfail = true)
          text = command.is_a?(Array) ? command.join(' ') : command.to_s
          Puppet.debug("Executing '#{text}'")
          output = IO.popen("#{text} 2>&1") { |pipe| yield pipe }
          if failonfail && !Posix.last_status.success?
            raise Puppet::ExecutionFailure, output.to_s
          end
          output
        end

        def ruby_path
          '/usr/bin/ruby'
        end

        private

        def shown_command(command)
          command.is_a?(Array) ? command.map(&:to_s).join(' ') : command.to_s
        end

        def executing_as(options)
          names = [options[:uid] && "uid=#{options[:uid]}", options[:gid] && "gid=#{options[:gid]}"].compact
          names.empty? ? '' : " with #{names.join(' ')}"
        end

        def run(command, options)
          words = command.is_a?(Array) ? command.flatten.map(&:to_s) : [command.to_s]
          spawn = { chdir: options[:cwd] || Dir.pwd, uid: id(:uid, options[:uid]), gid: id(:gid, options[:gid]) }.compact
          input = options[:stdinfile] ? File.binread(options[:stdinfile]) : nil
          Posix.run([environment(options), *words, spawn], input: input, merge: options[:combine] && !options[:squelch])
        rescue SystemCallError => e
          raise Puppet::ExecutionFailure, "Could not execute posix command: #{e.message}"
        end

        def id(kind, value)
          return nil if value.nil?

          Util.public_send(kind, value) || raise(Puppet::ExecutionFailure, "Could not find #{kind} #{value}")
        end

        def environment(options)
          base = { 'LANG' => 'C', 'LC_ALL' => 'C' } if options[:override_locale]
          unset = %w[LANGUAGE LC_CTYPE LC_MESSAGES HOME USER LOGNAME].to_h { |name| [name, nil] } if options[:override_locale]
          { **(unset || {}), **(base || {}) }.merge(options[:custom_environment].to_h { |name, value| [name.to_s, value] })
        end

        def output_of(finished, options)
          options[:squelch] ? '' : finished.out
        end

        def fail_with(shown, finished, output, options)
          words = options[:sensitive] ? '[redacted]' : output.strip
          status = finished.status.exitstatus || finished.status.termsig
          raise Puppet::ExecutionFailure, "Execution of '#{shown}' returned #{status}: #{words}"
        end
      end

      def execute(*args)
        Execution.execute(*args)
      end

      def execpipe(*args, &block)
        Execution.execpipe(*args, &block)
      end
    end
  end
end
