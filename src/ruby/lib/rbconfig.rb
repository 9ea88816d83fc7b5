# What Ruby is told of how it was built: code asks for the operating system and for where ruby is.
module RbConfig
  major, minor, = RUBY_VERSION.split('.')
  CONFIG = {
    'host_os' => 'linux-gnu', 'target_os' => 'linux', 'arch' => 'x86_64-linux', 'EXEEXT' => '',
    'MAJOR' => major, 'MINOR' => minor, 'ruby_version' => "#{major}.#{minor}.0",
    'ruby_install_name' => 'ruby', 'RUBY_INSTALL_NAME' => 'ruby', 'bindir' => '/usr/bin'
  }.freeze

  def self.ruby
    '/usr/bin/ruby'
  end
end
