# Applies manifests with the real Puppet, one process for each, forked from one that has loaded Puppet already.
# Standard input: JSON, [{ "setup": "shell commands", "options": [...], "code": "manifest" }, ...] and the directory
# to do it in. Standard output: JSON, what each printed.
require 'json'
require 'puppet'
require 'puppet/util/command_line'
require 'puppet/application/apply'
require 'puppet/type/file'
require 'puppet/type/exec'
require 'puppet/type/notify'
require 'fileutils'
require 'tmpdir'

def facts_in(vardir)
  FileUtils.mkdir_p(File.join(vardir, 'yaml/facts'))
  File.write(File.join(vardir, 'yaml/facts/node.yaml'), <<~YAML)
    --- !ruby/object:Puppet::Node::Facts
    name: node
    values:
      operatingsystem: Debian
      osfamily: Debian
  YAML
end

def said_by(arguments)
  reader, writer = IO.pipe
  child = fork do
    reader.close
    $stdout.reopen(writer)
    $stderr.reopen(writer)
    $stdin.reopen('/dev/null')
    Puppet::Util::CommandLine.new('puppet', ['apply', *arguments]).execute
  end
  writer.close
  text = reader.read
  Process.wait(child)
  text
end

input = JSON.parse($stdin.read)
Dir.mktmpdir do |vardir|
  facts_in(vardir)
  common = ['--color=false', '--vardir', vardir, '--confdir', vardir, '--certname', 'node', '--facts_terminus=yaml']
  said = input['cases'].map do |one|
    system('/bin/sh', '-ec', one['setup'], chdir: input['directory']) || raise("setup failed: #{one['setup']}")
    said_by([*common, *one['options'], '-e', one['code']])
  end
  puts JSON.generate(said)
end
