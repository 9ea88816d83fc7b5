# Logging. What Ruby code says appears among the program's own messages.
module Puppet
  module Util
    class Log
      LEVELS = %i[debug info notice warning err alert emerg crit].freeze

      class << self
        attr_accessor :level

        def levels
          LEVELS
        end

        def eachlevel(&block)
          LEVELS.each(&block)
        end

        def validlevel?(level)
          LEVELS.include?(level)
        end

        def create(entry)
          Nostrings.ask('log', entry[:level].to_s, entry[:message].to_s, entry[:source]&.to_s, entry[:file]&.to_s, entry[:line])
        end

        def sendlevel?(level)
          LEVELS.index(level).to_i >= LEVELS.index(:debug)
        end

        def newmessage(*); end
        def newdestination(*); end
        def close(*); end
        def close_all(*); end
      end

      self.level = :notice
    end

    module Logging
      Log::LEVELS.each do |level|
        define_method(level) do |*args, &block|
          message = block ? block.call.to_s : args.join(' ')
          Nostrings.ask('log', level.to_s, message, nostrings_log_source, nil, nil)
          nil
        end
      end

      def send_log(level, message)
        Nostrings.ask('log', level.to_s, message.to_s, nostrings_log_source, nil, nil)
        nil
      end

      def deprecation_warning(message, key = nil)
        Puppet.warn_once('deprecations', key || message, message)
      end

      def puppet_deprecation_warning(message, options = {})
        Puppet.warn_once('deprecations', options[:key] || message, message, options[:file], options[:line])
      end

      def warn_once(_kind, key, message, file = nil, line = nil, level = :warning)
        return if (Nostrings::WARNED[key] ||= 0).positive?

        Nostrings::WARNED[key] += 1
        message += Puppet::Util::Errors.error_location_with_space(file, line)
        Nostrings.ask('log', level.to_s, message, nil, nil, nil)
        nil
      end

      def log_exception(exception, message = :default, options = {})
        send_log(options[:level] || :err, format_exception(exception, message))
      end

      def format_exception(exception, message = :default, _trace = true)
        message == :default ? exception.message : message.to_s
      end

      def log_and_raise(exception, message)
        log_exception(exception, message)
        raise exception, message
      end

      def clear_deprecation_warnings
        Nostrings::WARNED.clear
      end

      private

      def nostrings_log_source
        case self
        when Module then nil
        else respond_to?(:path) && path.is_a?(String) ? path : to_s
        end
      end
    end

    def self.logmethods(mod, _use_default = true)
      mod.include(Logging)
    end
  end

  extend Util::Logging
end

module Nostrings
  WARNED = {}
end

Nostrings.provides 'puppet/util/logging', 'puppet/util/log', 'puppet/util/warnings'
