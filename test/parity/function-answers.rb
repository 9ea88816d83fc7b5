# Prints, as JSON, what the installed Puppet says to each line of standard input: the value as source text, or `!` and
# the error without its place; with --logs what was logged follows. The arguments are the modulepath.
require 'json'
require 'puppet'
require 'puppet_pal'

Puppet.initialize_settings([])
expressions = $stdin.read.force_encoding('UTF-8').lines(chomp: true)
facts = { 'networking' => { 'fqdn' => 'foo.example.com' }, 'os' => { 'family' => 'Debian' } }
answers = []

logs = []
Puppet::Util::Log.newdestination(Puppet::Test::LogCollector.new(logs)) if ARGV.delete('--logs')

def said(value)
  format = value.is_a?(Puppet::Pops::Types::Iterable) ? :default : '%p'
  Puppet::Pops::Types::StringConverter.convert(value, format)
end

def complaint(error)
  error.message.sub(/ on node \S+\z/, '').gsub(/ \((?:file|line): .*?\)/, '')
end

Puppet::Pal.in_tmp_environment('production', modulepath: ARGV, facts: facts) do |context|
  expressions.each do |expression|
    context.with_catalog_compiler do |compiler|
      Puppet[:strict] = :warning
      answers << said(compiler.evaluate_string(expression))
    end
  rescue StandardError => e
    answers << "!#{complaint(e)}"
  ensure
    answers[-1] = [answers.last, *logs.reject { |log| log.level == :err }.map(&:message)].join("\n")
    logs.clear
  end
end
puts JSON.generate(answers)
