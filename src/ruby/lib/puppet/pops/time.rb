# Points in time and lengths of time, in nanoseconds.
module Puppet
  module Pops
    module Time
      NSECS_PER_SEC = 1_000_000_000

      class TimeData < Numeric
        include Comparable
        attr_reader :nsecs

        def initialize(nsecs)
          super()
          @nsecs = nsecs
        end

        def <=>(other)
          case other
          when self.class then @nsecs <=> other.nsecs
          when Integer, Float then to_f <=> other
          end
        end

        def ==(other)
          (self <=> other)&.zero? || false
        end

        def eql?(other)
          other.instance_of?(self.class) && @nsecs == other.nsecs
        end

        def hash
          @nsecs.hash
        end

        def to_i
          @nsecs / NSECS_PER_SEC
        end
        alias to_int to_i

        def to_f
          @nsecs.fdiv(NSECS_PER_SEC)
        end

        def to_r
          Rational(@nsecs, NSECS_PER_SEC)
        end

        def to_s
          Nostrings.ask('value.text', self)
        end

        def format(format = nil, timezone = nil)
          Nostrings.ask('function.call', nil, 'strftime', [self, format, timezone].compact, nil)
        end
      end

      class Timestamp < TimeData
        def self.now
          time = ::Time.now
          new(time.to_i * NSECS_PER_SEC + time.nsec)
        end

        def self.from_time(time)
          new(time.to_i * NSECS_PER_SEC + time.nsec)
        end

        def to_time
          ::Time.at(Rational(@nsecs, NSECS_PER_SEC))
        end

        def +(other)
          Timestamp.new(@nsecs + Timespan.nanoseconds(other))
        end

        def -(other)
          other.is_a?(Timestamp) ? Timespan.new(@nsecs - other.nsecs) : Timestamp.new(@nsecs - Timespan.nanoseconds(other))
        end

        def to_wire
          { '$' => 'timestamp', 'v' => @nsecs.to_s }
        end
      end

      class Timespan < TimeData
        def self.nanoseconds(value)
          value.is_a?(Timespan) ? value.nsecs : (value * NSECS_PER_SEC).to_i
        end

        def +(other)
          other.is_a?(Timestamp) ? other + self : Timespan.new(@nsecs + Timespan.nanoseconds(other))
        end

        def -(other)
          Timespan.new(@nsecs - Timespan.nanoseconds(other))
        end

        def -@
          Timespan.new(-@nsecs)
        end

        def *(other)
          Timespan.new((@nsecs * other).to_i)
        end

        def to_wire
          { '$' => 'timespan', 'v' => @nsecs.to_s }
        end
      end
    end
  end
end

Nostrings::Codec.tag('timestamp') { |digits| Puppet::Pops::Time::Timestamp.new(digits.to_i) }
Nostrings::Codec.tag('timespan') { |digits| Puppet::Pops::Time::Timespan.new(digits.to_i) }
