require 'time'

# WebAssembly's C library knows UTC only: local times are worked out with the offset that the program tells.
module Posix
  module TimeZone
    # Seconds east of UTC at a time, and the zone's name then.
    def self.at(seconds)
      Nostrings.ask('time.zone', seconds)
    end

    # The time that clocks here showed as these numbers: the offset before a change of clocks is tried first.
    def self.local(*fields)
      guess = Time.utc(*fields)
      offset, = at(guess.to_i)
      offset, = at(guess.to_i - offset)
      Time.new(*numbered(guess), offset).localtime
    end

    def self.numbered(time)
      [time.year, time.month, time.day, time.hour, time.min, time.sec + time.subsec]
    end
  end
end

class Time
  alias nostrings_localtime localtime
  def localtime(offset = nil)
    return nostrings_localtime(offset) if offset

    seconds, @nostrings_zone = Posix::TimeZone.at(to_i)
    nostrings_localtime(seconds)
  end

  def getlocal(offset = nil)
    dup.localtime(offset)
  end

  alias nostrings_zone zone
  def zone
    @nostrings_zone || nostrings_zone
  end

  alias nostrings_strftime strftime
  def strftime(format)
    return nostrings_strftime(format) unless @nostrings_zone && format.include?('%Z')

    nostrings_strftime(format.gsub(/(?<!%)((?:%%)*)%Z/) { "#{$1}#{@nostrings_zone}" })
  end

  class << self
    alias nostrings_now now
    def now(**options)
      options.empty? ? nostrings_now.localtime : nostrings_now(**options)
    end

    alias nostrings_at at
    def at(*args, **options)
      options.empty? ? nostrings_at(*args).localtime : nostrings_at(*args, **options)
    end

    alias nostrings_new new
    def new(*args, **options)
      return now if args.empty? && options.empty?
      return nostrings_new(*args, **options) if args.size == 7 || !options.empty?

      Posix::TimeZone.local(*args)
    end

    def local(*args)
      Posix::TimeZone.local(*args)
    end
    alias mktime local
  end
end
