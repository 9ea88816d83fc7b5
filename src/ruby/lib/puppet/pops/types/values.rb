# Values of the Puppet language that Ruby has no class for.
module Puppet
  module Pops
    module Types
      # Puppet's data types; what is known of types the program answers.
      class PAnyType
        attr_reader :text

        def initialize(text)
          @text = text
        end

        def to_s
          @text
        end
        alias to_alias_expanded_s to_s
        alias name to_s

        def simple_name
          @text[/\A[\w:]+/]
        end

        def inspect
          "#<#{self.class} #{@text}>"
        end

        def instance?(value, _guard = nil)
          Nostrings.ask('type.instance', self, value)
        end
        alias === instance?

        def assignable?(other, _guard = nil)
          Nostrings.ask('type.assignable', self, other)
        end

        def generalize
          Nostrings.ask('type.generalize', self)
        end

        def ==(other)
          other.is_a?(PAnyType) && other.text == @text
        end
        alias eql? ==

        def hash
          @text.hash
        end

        def to_wire
          { '$' => 'type', 'v' => @text }
        end
      end

      # A reference to a resource, such as File['/etc/motd'].
      class PResourceType < PAnyType
        attr_reader :type_name, :title

        def initialize(type_name, title = nil)
          @type_name = type_name
          @title = title
          words = type_name.to_s.split('::').map(&:capitalize).join('::')
          super(title.nil? ? words : "#{words}['#{title}']")
        end
      end

      # A reference to a class, such as Class['apache'].
      class PClassType < PAnyType
        attr_reader :class_name

        def initialize(class_name = nil)
          @class_name = class_name
          super(class_name.nil? ? 'Class' : "Class['#{class_name}']")
        end
      end

      PHostClassType = PClassType

      class PSensitiveType < PAnyType
        # A value that no output may show.
        class Sensitive
          def initialize(value)
            @value = value
          end

          def unwrap
            @value
          end

          def to_s
            'Sensitive [value redacted]'
          end

          def inspect
            "#<#{self}>"
          end

          def ==(other)
            other.is_a?(Sensitive) && other.unwrap == @value
          end
          alias eql? ==

          def hash
            @value.hash
          end

          def to_wire
            { '$' => 'sensitive', 'v' => Nostrings::Codec.encode(@value) }
          end
        end
      end

      class PBinaryType < PAnyType
        class Binary
          attr_reader :binary_buffer

          def self.from_base64(text)
            new(text.unpack1('m'))
          end

          def self.from_base64_strict(text)
            new(text.unpack1('m0'))
          end

          def self.from_string(text)
            new(text.encode('UTF-8'))
          end

          def self.from_binary_string(bytes)
            new(bytes)
          end

          def initialize(bytes)
            @binary_buffer = bytes.dup.force_encoding(Encoding::ASCII_8BIT).freeze
          end

          def to_s
            [@binary_buffer].pack('m0')
          end

          def relaxed_to_s
            [@binary_buffer].pack('m')
          end

          def urlsafe_to_s
            to_s.tr('+/', '-_')
          end

          def length
            @binary_buffer.length
          end

          def ==(other)
            other.is_a?(Binary) && other.binary_buffer == @binary_buffer
          end
          alias eql? ==

          def hash
            @binary_buffer.hash
          end

          def to_wire
            { '$' => 'binary', 'v' => to_s }
          end
        end
      end

      # A value that only the program has, such as an instance of an Object type: its members are asked for.
      class ProgramObject
        attr_reader :class_name

        def initialize(number, class_name, text)
          @number = number
          @class_name = class_name
          @text = text
        end

        def to_s
          @text
        end

        def method_missing(name, *args, &block)
          return super if name.end_with?('=') || !respond_to_missing?(name)

          Nostrings.ask('object.member', self, name.to_s, args, block)
        end

        def respond_to_missing?(name, _include_private = false)
          Nostrings.ask('object.member?', self, name.to_s)
        end

        def to_wire
          { '$' => 'program', 'v' => @number }
        end
      end
    end
  end
end

module Nostrings
  module Codec
    types = Puppet::Pops::Types
    tag('type') { |text| types::PAnyType.new(text) }
    tag('reference') do |(type, title)|
      type == 'class' ? types::PClassType.new(title) : types::PResourceType.new(type, title)
    end
    tag('sensitive') { |value| types::PSensitiveType::Sensitive.new(decode(value)) }
    tag('binary') { |base64| types::PBinaryType::Binary.from_base64(base64) }
    tag('program') { |number, wire| types::ProgramObject.new(number, wire['class'], wire['text']) }
    tag('uri') { |text| URI.parse(text) }
  end
end

class URI::Generic
  def to_wire
    { '$' => 'uri', 'v' => to_s }
  end
end
