# Writes what a compiler needs to know of Puppet's own resource types, as JSON on standard output:
# names, attributes, name variables and title patterns; no documentation. Run it with the real Puppet:
#
#   ruby scripts/resource-types.rb [library directory of a core module]... > src/catalog/resource-types/builtin.json
require "json"
require "puppet"

ARGV.each { |directory| $LOAD_PATH.unshift(File.expand_path(directory)) }
Puppet.initialize_settings(["--vardir=/tmp/resource-types/var", "--confdir=/tmp/resource-types/conf"])
Puppet.override(current_environment: Puppet::Node::Environment.create(:none, [])) do
  names = $LOAD_PATH.flat_map { |path| Dir[File.join(path, "puppet/type/*.rb")] }.map { |file| File.basename(file, ".rb") }
  types = names.uniq.sort.map { |name| Puppet::Type.type(name) }.compact.map do |type|
    patterns = type.title_patterns.map { |regexp, parts| [regexp.source, parts.map { |part| part.first.to_s }] }
    plain = patterns == [["(.*)", [type.key_attributes.first.to_s]]]
    entry = {
      "attributes" => (type.properties.map(&:name) + type.parameters).map(&:to_s).sort,
      "key" => type.key_attributes.map(&:to_s).sort,
    }
    entry["titles"] = patterns unless plain
    entry["isomorphic"] = false unless type.isomorphic?
    [type.name.to_s, entry]
  end
  lines = types.map { |name, entry| "    #{JSON.generate(name)}: #{JSON.generate(entry)}" }
  puts "{", "  \"types\": {", lines.join(",\n"), "  }", "}"
end
