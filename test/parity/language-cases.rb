# Asks the installed Puppet what it says to the pieces of code in test/cases/evaluate and writes its answers after them:
#
#     ruby test/parity/language-cases.rb test/cases/evaluate/*.pp && git diff test/cases/evaluate
#
# No difference means that the expectations are still Puppet's own. All pieces are compiled in this one process.
require "puppet"
require "tmpdir"

SCRATCH = Dir.mktmpdir
at_exit { FileUtils.rm_rf(SCRATCH) }
Puppet.initialize_settings(["--vardir=#{SCRATCH}/var", "--confdir=#{SCRATCH}/conf"])
Puppet::Util::Log.level = :notice

LABELS = {
  notice: "Notice", warning: "Warning", err: "Error", alert: "Alert", crit: "Critical", emerg: "Emergency",
}.freeze
FACTS = { "osfamily" => "Debian", "os" => { "family" => "Debian" } }.freeze

$entries = []
Puppet::Util::Log.newdesttype(:gather) do
  match "Gather"
  def initialize(_name); end

  def handle(entry)
    $entries << entry
  end
end
Puppet::Util::Log.newdestination("Gather")

def node_for(environment)
  facts = Puppet::Node::Facts.new("vm", FACTS.dup)
  node = Puppet::Node.new("vm", environment: environment, facts: facts)
  node.merge(FACTS)
  node.trusted_data = { "certname" => "vm" }
  node.add_server_facts("serverversion" => Puppet.version)
  node
end

def compile(code)
  environment = Puppet::Node::Environment.create(:production, [])
  Puppet[:code] = code
  overrides = { environments: Puppet::Environments::Static.new(environment), current_environment: environment }
  Puppet.override(overrides) { Puppet::Parser::Compiler.compile(node_for(environment)) }
  nil
rescue SystemStackError, StandardError => e
  e.message
end

def location(entry)
  parts = { "file" => entry.file, "line" => entry.line, "column" => entry.pos }.compact
  parts.empty? ? "" : " (#{parts.map { |name, value| "#{name}: #{value}" }.join(", ")})"
end

def line(entry)
  by_puppet = entry.source.to_s == "Puppet"
  text = by_puppet ? "#{entry.message}#{location(entry)}" : "#{entry.source}: #{entry.message}"
  "#{LABELS.fetch(entry.level)}: #{text}".sub(/ on node vm\z/, "")
end

def answer(code)
  $entries.clear
  error = compile(code)
  lines = $entries.map { |entry| line(entry) }
  told = lines.any? { |text| text.start_with?("Error: ") && !text.start_with?("Error: Scope(") }
  lines << "Error: #{error.sub(/ on node vm\z/, "")}" if error && !told
  lines.flat_map { |text| text.split("\n") }
end

def answered(block)
  code = block.lines.reject { |text| text.start_with?("#=>") }.join.sub(/\n+\z/, "\n")
  return block if code.strip.empty?

  "#{code}#{answer(code).map { |text| "#=> #{text}".rstrip + "\n" }.join}\n"
end

ARGV.each do |file|
  blocks = File.read(file).split(/^#---\n/, -1)
  File.write(file, blocks.map { |block| answered(block) }.join("#---\n"))
end
