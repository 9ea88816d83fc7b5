# Ruby in nostrings has no sockets: libraries that mention them load, and using one is refused with words.
class SocketError < StandardError; end

module Posix
  def self.no_sockets(what)
    raise NotImplementedError, "#{what}: Ruby code in nostrings cannot open sockets; Net::HTTP and open-uri work through nostrings"
  end
end

class BasicSocket < IO; end

class Socket < BasicSocket
  module Constants
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10
    PF_INET = 2
    PF_INET6 = 10
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOL_SOCKET = 1
    SO_REUSEADDR = 2
    IPPROTO_TCP = 6
    TCP_NODELAY = 1
    INADDR_ANY = 0
  end
  include Constants
  Constants.constants.each { |name| const_set(name, Constants.const_get(name)) }

  class ResolutionError < SocketError; end

  class << self
    def gethostname
      Nostrings.ask('process.ids')['hostname']
    end

    def new(*)
      Posix.no_sockets('Socket.new')
    end

    %i[tcp unix getaddrinfo gethostbyname getifaddrs ip_address_list].each do |name|
      define_method(name) { |*| Posix.no_sockets("Socket.#{name}") }
    end
  end
end

class IPSocket < BasicSocket
  def self.getaddress(*)
    Posix.no_sockets('IPSocket.getaddress')
  end
end

class TCPSocket < IPSocket; end
class UDPSocket < IPSocket; end
class TCPServer < TCPSocket; end
class UNIXSocket < BasicSocket; end
class UNIXServer < UNIXSocket; end

[TCPSocket, UDPSocket, UNIXSocket].each do |socket|
  %i[new open].each do |name|
    socket.define_singleton_method(name) { |*| Posix.no_sockets("#{socket}.#{name}") }
  end
end
