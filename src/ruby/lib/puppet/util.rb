require 'etc'
require 'shellwords'

# Puppet::Util: methods that modules call on it, or get by including it.
module Puppet
  module Util
    ALNUM_PATH = %r{\A/}.freeze
    AbsolutePathWindows = %r!\A(?:(?:[A-Z]:#{'[/\\\\]'})|(?:[/\\]{2}[^/\\]+[/\\]+[^/\\]+)|(?:[/\\]{2}\?[/\\][^/\\]+))!i.freeze
    AbsolutePathPosix = %r{\A/}.freeze

    class << self
      def default_env
        'C'
      end

      # The environment with some variables changed while the block runs.
      def withenv(hash, _mode = :posix)
        saved = ENV.to_h
        hash.each { |name, value| ENV[name.to_s] = value&.to_s }
        yield
      ensure
        ENV.replace(saved)
      end

      def withumask(mask)
        current = File.umask(mask)
        yield
      ensure
        File.umask(current)
      end

      # The path of a program: as it is when absolute, else by PATH; nil when there is none.
      def which(program)
        return absolute_path?(program) && executable_file?(program) ? program : nil if program.to_s.include?('/')

        ENV.fetch('PATH', '').split(File::PATH_SEPARATOR).each do |folder|
          next if folder.empty?

          candidate = File.expand_path(File.join(folder, program.to_s))
          return candidate if executable_file?(candidate)
        end
        nil
      end

      def absolute_path?(path, platform = nil)
        pattern = platform == :windows ? AbsolutePathWindows : AbsolutePathPosix
        pattern.match?(path.to_s)
      end

      def symbolizehash(hash)
        hash.to_h { |name, value| [name.respond_to?(:to_sym) ? name.to_sym : name, value] }
      end

      def symbolizehash!(hash)
        hash.replace(symbolizehash(hash))
      end

      def benchmark(*_args)
        yield
      end

      def thinmark
        started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        yield
        Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
      end

      def memory
        0
      end

      def safe_posix_fork(*)
        Kernel.fork
      end

      def execute(*args)
        Execution.execute(*args)
      end

      def execpipe(*args, &block)
        Execution.execpipe(*args, &block)
      end

      # A number from 0 to max - 1 that a seed determines.
      def deterministic_rand(seed, max)
        deterministic_rand_int(seed, max).to_s
      end

      def deterministic_rand_int(seed, max)
        Random.new(seed).rand(max)
      end

      def path_to_uri(path)
        URI.parse("file://#{path.split('/').map { |part| uri_encode(part) }.join('/')}")
      end

      def uri_to_path(uri)
        return nil unless uri.is_a?(URI)

        uri_unescape(uri.path.to_s)
      end

      def uri_encode(path, _opts = {})
        path.to_s.gsub(%r{[^A-Za-z0-9\-._~/:@!$&'()*+,;=?]}n) { |bytes| bytes.b.each_byte.map { |byte| format('%%%02X', byte) }.join }
      end

      def uri_query_encode(text)
        URI.encode_www_form_component(text).gsub('+', '%20')
      end

      def uri_unescape(text)
        URI.decode_www_form_component(text.gsub('+', '%2B'))
      end
      alias uri_escape uri_encode

      # Write a file whole or not at all, with the mode it has or is given.
      def replace_file(file, default_mode, validate_callback: nil)
        path = file.to_s
        mode = File.exist?(path) ? File.stat(path).mode & 0o7777 : default_mode
        temporary = Tempfile.new(File.basename(path), File.dirname(path))
        yield temporary
        temporary.flush
        temporary.close
        validate_callback&.call(temporary.path)
        File.chmod(mode || 0o600, temporary.path)
        File.rename(temporary.path, path)
        path
      end

      def exit_on_fail(_message, code = 1)
        yield
      rescue StandardError => e
        raise e if code.nil?

        raise
      end

      def rfc2822(time)
        time.rfc2822
      end

      def log_exception(*args)
        Puppet.log_exception(*args)
      end

      private

      def executable_file?(path)
        File.file?(path) && File.executable?(path)
      end
    end

    # Modules include Puppet::Util and call these on themselves.
    %i[withenv withumask which absolute_path? symbolizehash symbolizehash! benchmark thinmark memory execute execpipe
       deterministic_rand deterministic_rand_int path_to_uri uri_to_path uri_encode uri_escape replace_file].each do |name|
      define_method(name) { |*args, **options, &block| Util.public_send(name, *args, **options, &block) }
    end

    module Package
      def self.versioncmp(first, second, ignore_trailing_zeroes = false)
        first, second = [first, second].map { |version| normalize(version) } if ignore_trailing_zeroes
        mine = parts(first)
        other = parts(second)
        while mine.any? && other.any?
          a = mine.shift
          b = other.shift
          next if a == b

          return compare(a, b)
        end
        first <=> second
      end

      def versioncmp(*args)
        Package.versioncmp(*args)
      end

      class << self
        private

        def parts(version)
          version.to_s.scan(/[-.]|\d+|[^-.\d]+/)
        end

        def compare(one, two)
          return -1 if one == '-'
          return 1 if two == '-'
          return -1 if one == '.'
          return 1 if two == '.'
          return one.to_s.upcase <=> two.to_s.upcase if one.match?(/^0/) || two.match?(/^0/) || !(numeric?(one) && numeric?(two))

          one.to_i <=> two.to_i
        end

        def numeric?(text)
          text.match?(/^\d+$/)
        end

        def normalize(version)
          return version if version.include?('-')

          version.sub(/^(\d+(?:\.\d+)*?)(?:\.0)*$/, '\1')
        end
      end
    end

    module Platform
      def self.windows?
        false
      end

      def self.default_paths
        []
      end

      def self.jruby?
        false
      end

      def self.jruby_fips?
        false
      end
    end

    module Json
      class ParseError < StandardError; end

      def self.load(text, options = {})
        JSON.parse(text, options)
      rescue JSON::ParserError => e
        raise ParseError, e.message
      end

      def self.load_file(path, options = {})
        load(File.read(path, encoding: 'UTF-8'), options)
      end

      def self.load_file_if_valid(path, options = {})
        load_file(path, options)
      rescue ParseError, SystemCallError
        nil
      end

      def self.dump(object, options = {})
        options[:pretty] ? JSON.pretty_generate(object) : JSON.generate(object)
      end
    end

    module Yaml
      class YamlLoadError < Puppet::Error; end

      class << self
        def safe_load(text, allowed = [], filename = nil)
          data = YAML.safe_load(text, permitted_classes: allowed, aliases: true, filename: filename)
          data || false
        rescue Psych::Exception => e
          raise YamlLoadError, "(#{filename || '<unknown>'}): #{e.message}"
        end

        def safe_load_file(path, allowed = [])
          safe_load(File.read(path, encoding: 'UTF-8'), allowed, path)
        end

        def safe_load_file_if_valid(path, *allowed)
          safe_load_file(path, *allowed)
        rescue YamlLoadError, SystemCallError
          nil
        end

        def load_file(path, default = false, *)
          File.exist?(path) ? safe_load_file(path) || default : default
        end

        def dump(structure, path)
          Puppet::Util.replace_file(path, 0o660) { |file| file.write(YAML.dump(structure)) }
        end
      end
    end

    module Docs; end

    module Profiler
      def self.profile(*)
        yield
      end
    end

    module POSIX
      %i[uid gid].each do |kind|
        define_method(kind) do |name|
          entry = name.to_s.match?(/\A\d+\z/) ? nil : Etc.public_send(kind == :uid ? :getpwnam : :getgrnam, name.to_s)
          entry ? entry.public_send(kind) : Integer(name)
        rescue ArgumentError
          nil
        end
      end
    end
    include POSIX
    extend POSIX
  end

  PSON = Util::Json
end

# Pure JSON, under the name that old modules use.
PSON = JSON

Nostrings.provides 'puppet/util/package', 'puppet/util/platform', 'puppet/util/json', 'puppet/util/yaml', 'puppet/util/posix',
                   'puppet/util/docs', 'puppet/util/methodhelper', 'puppet/external/pson/common', 'puppet/util/profiler', 'pson'
