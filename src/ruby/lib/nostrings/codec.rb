require 'json'

# Values as JSON, the same both ways. What JSON has crosses as it is; what it lacks is a hash with the name of a tag:
#
#   {"$" => "symbol", "v" => "present"}     a Symbol; :undef is nil
#   {"$" => "default"}                      :default
#   {"$" => "integer", "v" => "123..."}     an Integer past 53 bits
#   {"$" => "float", "v" => "1.5"}          a Float, so that 1.0 is not 1
#   {"$" => "hash", "v" => [[key, value]]}  a Hash with keys that are no Strings, or that JavaScript would take for others
#   {"$" => "bytes", "v" => "base64"}       a String that is no UTF-8
#   {"$" => "regexp", "v" => [source, options]}
#   {"$" => "ruby", "v" => number, "class" => ..., "text" => ...}   any other object; it stays here
#
# Classes of the Puppet language add tags with `Codec.tag` and cross with `to_wire`.
module Nostrings
  module Codec
    LARGEST = 2**53
    # JavaScript sorts keys that look like numbers to the front, and `__proto__` is special to it.
    UNSAFE_KEY = /\A[$_\d]/.freeze
    TAGS = {}
    # Objects that the program refers to by number.
    KEPT = {}

    class << self
      def tag(name, &decode)
        TAGS[name] = decode
      end

      def encode(value)
        case value
        when nil, true, false then value
        when String then encode_string(value)
        when Integer then value.abs < LARGEST ? value : { '$' => 'integer', 'v' => value.to_s }
        when Symbol then encode_symbol(value)
        when Array then value.map { |member| encode(member) }
        when Hash then encode_hash(value)
        when Float then { '$' => 'float', 'v' => value.to_s }
        when Regexp then { '$' => 'regexp', 'v' => [value.source, value.options] }
        else value.respond_to?(:to_wire) ? value.to_wire : keep(value)
        end
      end

      def decode(wire)
        case wire
        when Array then wire.map { |member| decode(member) }
        when Hash
          name = wire['$']
          name ? TAGS.fetch(name).call(wire['v'], wire) : wire.transform_values { |member| decode(member) }
        else wire
        end
      end

      def kept(number)
        KEPT.fetch(number)
      end

      def release(number)
        KEPT.delete(number)
      end

      private

      def encode_string(string)
        return string.to_s if string.encoding == Encoding::UTF_8 && string.valid_encoding?

        text = utf8(string)
        text ? text : { '$' => 'bytes', 'v' => [string].pack('m0') }
      end

      # Bytes that are UTF-8 are text, as for Puppet; other encodings are converted.
      def utf8(string)
        if [Encoding::UTF_8, Encoding::ASCII_8BIT, Encoding::US_ASCII].include?(string.encoding)
          text = string.dup.force_encoding(Encoding::UTF_8)
          return text.valid_encoding? ? text : nil
        end
        string.encode(Encoding::UTF_8)
      rescue EncodingError
        nil
      end

      def encode_symbol(symbol)
        case symbol
        when :undef then nil
        when :default then { '$' => 'default' }
        else { '$' => 'symbol', 'v' => symbol.to_s }
        end
      end

      def encode_hash(hash)
        if hash.each_key.all? { |key| key.is_a?(String) && !UNSAFE_KEY.match?(key) }
          hash.each_with_object({}) { |(key, value), wire| wire[encode_string(key)] = encode(value) }
        else
          { '$' => 'hash', 'v' => hash.map { |key, value| [encode(key), encode(value)] } }
        end
      end

      def keep(object)
        KEPT[object.object_id] = object
        { '$' => 'ruby', 'v' => object.object_id, 'class' => object.class.to_s, 'text' => text_of(object) }
      end

      def text_of(object)
        object.to_s.dup.force_encoding(Encoding::UTF_8).scrub
      rescue StandardError
        object.class.to_s
      end
    end

    tag('symbol') { |name| name.to_sym }
    tag('default') { :default }
    tag('integer') { |digits| digits.to_i }
    tag('float') { |digits| { 'Infinity' => Float::INFINITY, '-Infinity' => -Float::INFINITY, 'NaN' => Float::NAN }[digits] || digits.to_f }
    tag('hash') { |pairs| pairs.to_h { |key, value| [decode(key), decode(value)] } }
    tag('bytes') { |base64| base64.unpack1('m0') }
    tag('regexp') { |source, _| Regexp.new(*source) }
    tag('ruby') { |number| kept(number) }
  end
end
