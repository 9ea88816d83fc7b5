# Puppet::FileSystem: files by path or Pathname.
module Puppet
  module FileSystem
    class << self
      def pathname(path)
        Pathname.new(path)
      end

      def path_string(path)
        path.to_s
      end

      def assert_path(path)
        path.is_a?(Pathname) ? path : Pathname.new(path)
      end

      def open(path, mode, options, &block)
        File.open(path.to_s, options, mode || 0o640) { |file| block.call(file) }
      end

      def exist?(path)
        File.exist?(path.to_s)
      end

      def directory?(path)
        File.directory?(path.to_s)
      end

      def file?(path)
        File.file?(path.to_s)
      end

      def executable?(path)
        File.executable?(path.to_s)
      end

      def writable?(path)
        File.writable?(path.to_s)
      end

      def symlink?(path)
        File.symlink?(path.to_s)
      end

      def dir(path)
        Pathname.new(path).dirname
      end

      def dir_string(path)
        File.dirname(path.to_s)
      end

      def dir_exist?(path)
        File.exist?(File.dirname(path.to_s))
      end

      def dir_mkpath(path)
        FileUtils.mkdir_p(File.dirname(path.to_s))
      end

      def mkpath(path)
        FileUtils.mkdir_p(path.to_s)
      end

      def basename(path)
        Pathname.new(path).basename
      end

      def basename_string(path)
        File.basename(path.to_s)
      end

      def children(path)
        Pathname.new(path).children
      end

      def read(path, opts = {})
        File.read(path.to_s, encoding: opts[:encoding] || 'UTF-8')
      end

      def read_preserve_line_endings(path)
        File.read(path.to_s, encoding: 'UTF-8')
      end

      def binread(path)
        File.binread(path.to_s)
      end

      def each_line(path, &block)
        File.foreach(path.to_s, &block)
      end

      def size(path)
        File.size(path.to_s)
      end

      def stat(path)
        File.stat(path.to_s)
      end

      def lstat(path)
        File.lstat(path.to_s)
      end

      def readlink(path)
        File.readlink(path.to_s)
      end

      def symlink(path, target, options = {})
        FileUtils.ln_s(path.to_s, target.to_s, **options)
      end

      def unlink(*paths)
        paths.each { |path| File.unlink(path.to_s) }
      end

      def touch(path, mtime: nil)
        FileUtils.touch(path.to_s, mtime: mtime)
      end

      def chmod(mode, path)
        File.chmod(mode, path.to_s)
      end

      def expand_path(path, dir = nil)
        File.expand_path(path, dir)
      end

      def compare_stream(path, stream)
        File.open(path.to_s) { |file| FileUtils.compare_stream(file, stream) }
      end

      def exclusive_open(path, mode, options = 'r', _timeout = 300, &block)
        open(path, mode, options, &block)
      end
      alias exclusive_create exclusive_open

      def replace_file(path, mode = nil, &block)
        Puppet::Util.replace_file(path, mode, &block)
      end
    end
  end
end

Nostrings.provides 'puppet/file_system/uniquefile'
