# What the real Puppet makes of templates. Standard input: JSON, [{ "file", "variables" }]; standard output: JSON, for each
# { "text" } or { "error" }. Variables with `::` belong to classes.
require 'json'
require 'puppet'

Puppet.initialize_settings(%w[vardir confdir codedir].flat_map { |name| ["--#{name}", "#{ARGV.fetch(0)}/#{name}"] })
environment = Puppet::Node::Environment.create(:production, ['/usr/share/puppet/modules'])
loaders = Puppet::Pops::Loaders.new(environment)
node = Puppet::Node.new('node', environment: environment)

def rendered(node, file, variables)
  compiler = Puppet::Parser::Compiler.new(node)
  scope = compiler.topscope
  scope.set_facts({})
  variables.each do |name, value|
    name.include?('::') ? compiler.qualified_variables[name] = value : scope[name] = value
  end
  wrapper = Puppet::Parser::TemplateWrapper.new(scope)
  wrapper.file = file
  { text: Puppet.override(global_scope: scope) { wrapper.result } }
rescue StandardError, ScriptError => e
  { error: "#{e.class}: #{e.message}"[0, 300] }
end

Puppet.override(environments: Puppet::Environments::Static.new(environment), current_environment: environment, loaders: loaders) do
  cases = JSON.parse($stdin.read)
  puts JSON.generate(cases.map { |one| rendered(node, one['file'], one['variables']) })
end
