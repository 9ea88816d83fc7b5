require 'socket'

# There are no sockets; code that may use FTP loads.
module Net
  class FTPError < StandardError; end
  class FTPReplyError < FTPError; end
  class FTPTempError < FTPError; end
  class FTPPermError < FTPError; end

  class FTP
    def self.open(*)
      new
    end

    def initialize(*)
      Posix.no_sockets('Net::FTP')
    end
  end
end
