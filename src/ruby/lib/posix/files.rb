require 'pathname'

# What WebAssembly's system interface does not know of files: modes, owners, access.
module Posix
  NOBODY = -1

  def self.change_file(question, path, *args)
    errno = Nostrings.ask(question, path_of(path), *args)
    raise_errno(errno, path.to_s) if errno
  end

  def self.path_of(file)
    File.expand_path(file.respond_to?(:to_path) ? file.to_path : file.to_s)
  end

  def self.id_or_nil(id)
    id == NOBODY ? nil : id
  end
end

class File
  class << self
    def chmod(mode, *files)
      files.flatten.each { |file| Posix.change_file('file.chmod', file, mode) }
      files.flatten.size
    end

    def chown(user, group, *files)
      files.flatten.each { |file| Posix.change_file('file.chown', file, Posix.id_or_nil(user), Posix.id_or_nil(group), true) }
      files.flatten.size
    end

    def lchown(user, group, *files)
      files.flatten.each { |file| Posix.change_file('file.chown', file, Posix.id_or_nil(user), Posix.id_or_nil(group), false) }
      files.flatten.size
    end

    def mkfifo(path, mode = 0o666)
      finished = Posix.run(['mkfifo', '-m', mode.to_s(8), path.to_s])
      raise SystemCallError, finished.err unless finished.status.success?

      0
    end

    def umask(mask = nil)
      Nostrings.ask('file.umask', mask)
    end

    { executable?: 1, writable?: 2, readable?: 4 }.each do |name, access|
      define_method(name) { |file| Nostrings.ask('file.access', Posix.path_of(file), access) }
    end
    alias executable_real? executable?
    alias writable_real? writable?
    alias readable_real? readable?

    def owned?(file)
      exist?(file) && stat(file).owned?
    end

    def grpowned?(file)
      exist?(file) && stat(file).gid == Process.egid
    end

    def world_readable?(file)
      exist?(file) ? stat(file).world_readable? : nil
    end

    def world_writable?(file)
      exist?(file) ? stat(file).world_writable? : nil
    end

    def setuid?(file)
      exist?(file) && stat(file).setuid?
    end

    alias nostrings_stat stat
    alias nostrings_lstat lstat

    def stat(file)
      nostrings_stat(file).nostrings_of(file, true)
    end

    def lstat(file)
      nostrings_lstat(file).nostrings_of(file, false)
    end
  end

  def chmod(mode)
    File.chmod(mode, path)
  end

  def chown(user, group)
    File.chown(user, group, path)
  end

  # Nobody else runs in this process, and other processes are kept off by the lock of the run.
  def flock(*)
    0
  end

  def stat
    File.stat(path)
  end

  def lstat
    File.lstat(path)
  end

  class Stat
    # Complete what WASI tells with the rest.
    def nostrings_of(file, follow)
      @nostrings = Nostrings.ask('file.stat', Posix.path_of(file), follow)
      self
    end

    %w[mode uid gid dev rdev blocks blksize].each do |name|
      original = instance_method(name)
      define_method(name) { @nostrings ? @nostrings[name] : original.bind_call(self) }
    end

    def owned?
      uid == Process.euid
    end

    def grpowned?
      gid == Process.egid
    end

    def executable?
      (mode & 0o111).positive?
    end

    def setuid?
      (mode & 0o4000).positive?
    end

    def setgid?
      (mode & 0o2000).positive?
    end

    def sticky?
      (mode & 0o1000).positive?
    end

    def world_readable?
      (mode & 0o004).positive? ? mode & 0o777 : nil
    end

    def world_writable?
      (mode & 0o002).positive? ? mode & 0o777 : nil
    end
  end
end

class Pathname
  def executable?
    File.executable?(to_s)
  end

  def readable?
    File.readable?(to_s)
  end

  def writable?
    File.writable?(to_s)
  end

  def chmod(mode)
    File.chmod(mode, to_s)
  end

  def chown(user, group)
    File.chown(user, group, to_s)
  end

  def stat
    File.stat(to_s)
  end

  def lstat
    File.lstat(to_s)
  end
end
