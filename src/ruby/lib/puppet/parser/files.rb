# Files of modules by `module/file`, or by their absolute paths.
module Puppet
  module Parser
    module Files
      class << self
        def find_file(name, _environment = nil)
          Nostrings.ask('module.file', 'files', name)
        end

        def find_template(name, _environment = nil)
          Nostrings.ask('module.file', 'templates', name)
        end

        def split_file_path(path)
          return nil if path.start_with?('/') || !path.include?('/')

          path.split('/', 2)
        end

        def find_in_module(path, environment = nil)
          module_name, file = split_file_path(path)
          found = module_name && Puppet::Module.find(module_name, environment)
          found && yield(found, file)
        end
      end
    end
  end
end
