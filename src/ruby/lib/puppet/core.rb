# Puppet itself: version, settings, features, what is looked up by name.
module Puppet
  PUPPETVERSION = '8.10.0'.freeze

  class << self
    def version
      Nostrings.ask('puppet.version')
    end

    def [](name)
      settings[name]
    end

    def []=(name, value)
      settings[name] = value
    end

    def settings
      @settings ||= Settings.new
    end

    def features
      @features ||= Features.new
    end

    def run_mode
      RunMode.new
    end

    # What Puppet keeps in its context: the environment, the scope, ...
    def lookup(name, &block)
      value = Nostrings.ask('puppet.lookup', name.to_s)
      return value unless value.nil?
      return block.call if block

      raise Puppet::Error, "Unable to lookup '#{name}'"
    end

    def override(*)
      yield
    end

    def initialize_settings(*); end

    def initialized?
      true
    end
  end

  class RunMode
    def name
      :user
    end

    def server?
      false
    end
    alias master? server?

    def agent?
      false
    end

    def user?
      true
    end
  end

  # Settings by name; the program has their values.
  class Settings
    def [](name)
      return @values[name.to_sym] if @values&.key?(name.to_sym)

      Nostrings.ask('puppet.setting', name.to_s)
    end

    def []=(name, value)
      (@values ||= {})[name.to_sym] = value
    end

    def value(name, *)
      self[name]
    end

    def setting(name)
      self[name]
    end

    def set_by_user?(_name)
      false
    end

    def use(*); end
    def define_settings(*); end
  end

  # What the machine can do, by name: `Puppet.features.root?`.
  class Features
    KNOWN = { posix: true, microsoft_windows: false, manages_symlinks: true, manages_file_capabilities: false, json: true, yaml: true,
              openssl: true, zlib: true, pson: true, ssl: true, usage: true, rubygems: false, gems: false, augeas: false,
              libuser: false, selinux: false, syslog: true, eventlog: false, ldap: false, msgpack: false, cfacter: false,
              hiera: true, hocon: false, libshadow: false, diff: true, telnet: false, pe_license: false, sshkey: true }.freeze

    def add(name, options = {}, &block)
      (@added ||= {})[name.to_sym] = block || -> { Array(options[:libs]).all? { |library| loadable?(library) } }
    end

    def root?
      Process.uid.zero?
    end

    def method_missing(name, *args)
      return super unless name.end_with?('?')

      known = name.to_s.delete_suffix('?').to_sym
      added = (@added || {})[known]
      added ? !!added.call : KNOWN.fetch(known) { loaded?(known) }
    end

    def respond_to_missing?(name, include_private = false)
      name.end_with?('?') || super
    end

    private

    # Modules add features in lib/puppet/feature.
    def loaded?(name)
      require "puppet/feature/#{name}"
      added = (@added || {})[name]
      added ? !!added.call : false
    rescue LoadError
      false
    end

    def loadable?(library)
      require library
      true
    rescue LoadError
      false
    end
  end
end

Nostrings.provides 'puppet', 'puppet/version', 'puppet/settings', 'puppet/feature/base'
