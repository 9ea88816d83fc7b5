# Answers the lookups of a case file with the real Puppet: prints the file with every expectation as Puppet gives it.
require 'puppet'
require 'puppet_pal'
require 'json'
require 'tmpdir'
require 'fileutils'

# The log destination that Puppet has for its own tests.
module Puppet
  module Test
    class LogCollector
      def initialize(logs)
        @logs = logs
      end

      def <<(log)
        @logs << log
      end
    end
  end
end

# In the language the symbol :undef is undef: an instance of Undef, and equal to it.
def undefined(value)
  case value
  when :undef then nil
  when Array then value.map { |member| undefined(member) }
  when Hash then value.transform_values { |member| undefined(member) }
  else value
  end
end

def answer(compiler, request)
  key, *options = request.split(/ (?=\w+=)/)
  given = options.to_h { |option| name, value = option.split('=', 2); [name, JSON.parse(value)] }
  value = compiler.call_function('lookup', key, given)
  undefined(value).inspect
rescue Exception => e
  "! #{e.message.sub(/ \(file: .*\)\z/m, '')}"
end

def without_place(text)
  text.gsub(/\n   \((?:file.*?)\)/, '')
end

ARGV.each do |file|
  sections = File.read(file).split(/^(?=== )/)
  puts sections.map { |section|
    next section unless section.start_with?('== ')
    Dir.mktmpdir do |made|
      root = File.join(made, 'site')
      FileUtils.mkdir_p([File.join(root, 'env/production'), File.join(root, 'conf'), File.join(root, 'code')])
      parts = section.split(/^(?=-- |>> )/)
      head = parts.shift
      facts = {}
      parts.grep(/\A-- /).each do |part|
        name, content = part.split("\n", 2)
        path = name.delete_prefix('-- ')
        content = content.sub(/\n+\z/, "\n").gsub('@ROOT@', root)
        next facts = JSON.parse(content) if path == 'facts'
        FileUtils.mkdir_p(File.dirname(File.join(root, path)))
        File.write(File.join(root, path), content)
      end
      reader, writer = IO.pipe
      pid = fork do
        reader.close
        Puppet.initialize_settings(['--confdir', "#{root}/conf", '--vardir', "#{root}/var", '--codedir', "#{root}/code",
                                    '--hiera_config', "#{root}/conf/hiera.yaml"], false)
        logs = []
        Puppet::Util::Log.newdestination(Puppet::Test::LogCollector.new(logs))
        Puppet::Util::Log.level = :warning
        out = parts.map { |part|
          next part unless part.start_with?('>> ')
          request = part.lines.first.chomp.delete_prefix('>> ')
          logs.clear
          $unique_warnings = nil
          result = nil
          begin
            Puppet::Pal.in_environment('production', env_dir: "#{root}/env/production", facts: Marshal.load(Marshal.dump(facts))) do |pal|
              pal.with_catalog_compiler do |compiler|
                Puppet[:strict] = :warning
                Puppet[:strict_variables] = false
                result = answer(compiler, request)
              end
            end
          rescue Exception => e
            result = "! #{e.message}"
          end
          warned = logs.select { |log| log.level == :warning }.map { |log| "warning: #{without_place(log.message)}\n" }.join
          ">> #{request}\n#{warned}#{result}\n".gsub(root, '@ROOT@')
        }.join
        writer.write(out)
        writer.close
        exit!(0)
      end
      writer.close
      body = reader.read
      Process.wait(pid)
      head + body + "\n"
    end
  }.join.gsub(/\n{3,}/, "\n\n")
end
