# What real Puppet says about texts, in one process. Reads JSON from standard input:
#   { "texts": [{ "text": "...", "file": "a.pp", "epp": false, "tasks": false, "strict": "warning", "pn": false }] }
# and writes { "parse": seconds, "validate": seconds, "results": [{ "issues": [...], "pn": "..." }] }.
require 'json'
require 'puppet'
require 'puppet/pops'
require 'puppet/pops/pn'
require 'puppet/test/test_helper'

Puppet.initialize_settings(['--log_level', 'warning'])
Puppet::Util::Log.close_all

def now
  Process.clock_gettime(Process::CLOCK_MONOTONIC)
end

def issue_of_error(error)
  code = error.respond_to?(:issue_code) ? error.issue_code : nil
  {
    code: (code || error.class.name).to_s,
    severity: 'error',
    message: (error.respond_to?(:basic_message) ? error.basic_message : error.message).sub(/ \((?:file|line): .*\)\z/, ''),
    line: error.respond_to?(:line) ? error.line : nil,
    column: error.respond_to?(:pos) ? error.pos : nil,
  }
end

def issue_of_log(log)
  { code: log.issue_code.to_s, severity: 'warning', message: log.message, line: log.line, column: log.pos }
end

def issue_of_diagnostic(diagnostic)
  formatter = Puppet::Pops::Validation::DiagnosticFormatterPuppetStyle.new
  {
    code: diagnostic.issue.issue_code.to_s,
    severity: diagnostic.severity.to_s,
    message: formatter.format_message(diagnostic),
    line: diagnostic.source_pos.line,
    column: diagnostic.source_pos.pos,
  }
end

def diagnostics(model)
  acceptor = Puppet::Pops::Validation::Acceptor.new
  Puppet::Pops::Validation::ValidatorFactory_4_0.new.validator(acceptor).validate(model)
  acceptor.diagnostics.map { |diagnostic| issue_of_diagnostic(diagnostic) }
rescue StandardError => e
  [issue_of_error(e)]
end

def model_of(entry, epp)
  parser = entry['epp'] ? epp : nil
  (parser || Puppet::Pops::Parser::Parser.new).parse_string(entry['text'], entry['file']).model
end

parse_time = 0.0
validate_time = 0.0
epp = Puppet::Pops::Parser::EppParser.new
environment = Puppet::Node::Environment.create(:measure, [])
results = Puppet.override(current_environment: environment) do
  JSON.parse($stdin.read)['texts'].map do |entry|
    Puppet[:tasks] = entry['tasks'] || false
    Puppet[:strict] = (entry['strict'] || 'warning').to_sym
    logs = []
    result = { issues: [] }
    Puppet::Util::Log.with_destination(Puppet::Test::LogCollector.new(logs)) do
      started = now
      begin
        model = model_of(entry, epp)
        parse_time += now - started
        started = now
        result[:issues] = diagnostics(model)
        validate_time += now - started
        result[:pn] = Puppet::Pops::Model::PNTransformer.transform(model).to_s if entry['pn']
      rescue StandardError => e
        result[:issues] = [issue_of_error(e)]
      end
    end
    result[:issues] = logs.map { |log| issue_of_log(log) } + result[:issues]
    result
  end
end
$stdout.write(JSON.generate({ parse: parse_time, validate: validate_time, results: results }))
