# Compiles manifests with the real Puppet, all in one process: reads a JSON array of manifests on standard input and
# writes an array of { "catalog": ..., "error": ..., "logs": [[level, message], ...] }. The manifest is called site.pp.
require "json"
require "puppet"
require "tmpdir"

Puppet.initialize_settings(["--strict_variables=true", "--vardir=/tmp/puppet-catalogs/var", "--confdir=/tmp/puppet-catalogs/conf"])

class CollectedLogs
  def initialize(messages)
    @messages = messages
  end
end

Puppet::Util::Log.newdesttype(:collected_logs) do
  match "CollectedLogs"
  def initialize(collected)
    @messages = collected.instance_variable_get(:@messages)
  end

  def handle(message)
    @messages << [message.level.to_s, message.message]
  end
end

def compile(code, directory)
  messages = []
  Puppet::Util::Log.newdestination(CollectedLogs.new(messages))
  file = File.join(directory, "site.pp")
  File.write(file, code)
  environment = Puppet::Node::Environment.create(:production, [], file)
  facts = Puppet::Node::Facts.new("node1", { "kernel" => "Linux" })
  node = Puppet::Node.new("node1", facts: facts, environment: environment)
  node.merge(facts.values)
  context = { current_environment: environment, environments: Puppet::Environments::Static.new(environment), loaders: nil, rich_data: true }
  result = Puppet.override(context) { { catalog: Puppet::Parser::Compiler.compile(node).to_data_hash } }
  result.merge(logs: messages)
rescue StandardError => e
  { error: e.message, logs: messages }
ensure
  Puppet::Util::Log.close_all
end

Dir.mktmpdir do |directory|
  puts JSON.generate(JSON.parse($stdin.read).map { |code| compile(code, directory) }).gsub("#{directory}/", "")
end
