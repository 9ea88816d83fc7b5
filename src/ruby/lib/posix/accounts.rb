require 'etc'

# Users and groups, by the system's own databases.
module Etc
  class << self
    def getpwnam(name)
      passwd_entry('name', name) or raise ArgumentError, "can't find user for #{name}"
    end

    def getpwuid(uid = Process.uid)
      passwd_entry('id', uid) or raise ArgumentError, "can't find user for #{uid}"
    end

    def getgrnam(name)
      group_entry('name', name) or raise ArgumentError, "can't find group for #{name}"
    end

    def getgrgid(gid = Process.gid)
      group_entry('id', gid) or raise ArgumentError, "can't find group for #{gid}"
    end

    def getlogin
      ENV['LOGNAME'] || getpwuid.name
    rescue ArgumentError
      nil
    end

    def nprocessors
      Nostrings.ask('process.ids')['processors']
    end

    def passwd(&block)
      all = Nostrings.ask('account.users').map { |fields| passwd_of(fields) }
      block ? all.each(&block) && nil : all.first
    end

    def group(&block)
      all = Nostrings.ask('account.groups').map { |fields| group_of(fields) }
      block ? all.each(&block) && nil : all.first
    end

    private

    def passwd_entry(by, key)
      fields = Nostrings.ask('account.user', by, key)
      fields && passwd_of(fields)
    end

    def group_entry(by, key)
      fields = Nostrings.ask('account.group', by, key)
      fields && group_of(fields)
    end

    def passwd_of(fields)
      name, password, uid, gid, gecos, dir, shell = fields
      Posix::Passwd.new(name, password, uid.to_i, gid.to_i, gecos, dir, shell)
    end

    def group_of(fields)
      name, password, gid, members = fields
      Posix::Group.new(name, password, gid.to_i, members.to_s.split(','))
    end
  end
end

module Posix
  Passwd = Struct.new(:name, :passwd, :uid, :gid, :gecos, :dir, :shell)
  Group = Struct.new(:name, :passwd, :gid, :mem)
end
