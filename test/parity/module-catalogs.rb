# Compiles many pieces of code with the real Puppet, all in one process, each in an environment of its own: reads
# { "modulepath": [...], "nodes": { name: facts }, "pieces": [[node, code], ...] } on standard input and writes an
# answer per line, { "catalog": ... } or { "error": ... }.
require "json"
require "puppet"
require "tmpdir"

SCRATCH = Dir.mktmpdir
at_exit { FileUtils.rm_rf(SCRATCH) }
Puppet.initialize_settings(["--vardir=#{SCRATCH}/var", "--confdir=#{SCRATCH}/conf"])
Puppet[:strict_variables] = false
Puppet::Util::Log.level = :crit
REQUEST = JSON.parse($stdin.read)
REQUEST["modulepath"].each { |path| $LOAD_PATH.concat(Dir["#{path}/*/lib"]) }

# A file is parsed once: what it says does not depend on the environment.
module ParsedOnce
  PROGRAMS = {}

  def parse_file(file)
    clear
    PROGRAMS[file] ||= super
  end
end
Puppet::Pops::Parser::EvaluatingParser.prepend(ParsedOnce)

def node_for(name, environment)
  facts = REQUEST["nodes"].fetch(name)
  node = Puppet::Node.new(name, environment: environment, facts: Puppet::Node::Facts.new(name, facts.dup))
  node.merge(facts)
  node.trusted_data = { "authenticated" => "local", "certname" => name, "extensions" => {}, "hostname" => name, "domain" => nil, "external" => {} }
  node
end

def answer(name, code)
  Puppet[:code] = code
  environment = Puppet::Node::Environment.create(:production, REQUEST["modulepath"])
  context = {
    environments: Puppet::Environments::Static.new(environment), current_environment: environment, rich_data: true,
  }
  Puppet.override(context) { { catalog: Puppet::Parser::Compiler.compile(node_for(name, environment)).to_data_hash } }
rescue SystemStackError, StandardError => e
  { error: e.message }
end

REQUEST["pieces"].each { |name, code| puts JSON.generate(answer(name, code)) }
