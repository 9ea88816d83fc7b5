# Versions of Semantic Versioning 2.0.0 and ranges of them; the program parses and compares.
module SemanticPuppet
  class Version
    include Comparable

    class ValidationFailure < ArgumentError; end

    PATTERN = /\A(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?\z/.freeze
    attr_reader :major, :minor, :patch, :prerelease, :build

    def self.parse(text)
      raise ValidationFailure, "Unable to parse '#{text}' as a semantic version identifier" unless valid?(text)

      new(text)
    end

    def self.valid?(text)
      PATTERN.match?(text.to_s)
    end

    def initialize(text)
      @text = text
      major, minor, patch, @prerelease, @build = PATTERN.match(text).captures
      @major = major.to_i
      @minor = minor.to_i
      @patch = patch.to_i
    end

    def <=>(other)
      return nil unless other.is_a?(Version)

      numbers = [@major, @minor, @patch] <=> [other.major, other.minor, other.patch]
      numbers.zero? ? compare_prerelease(@prerelease, other.prerelease) : numbers
    end

    def ==(other)
      other.is_a?(Version) && to_s == other.to_s
    end
    alias eql? ==

    def hash
      @text.hash
    end

    def stable?
      @prerelease.nil?
    end

    def to_s
      @text
    end

    def inspect
      "#<SemanticPuppet::Version #{self}>"
    end

    def to_wire
      { '$' => 'version', 'v' => @text }
    end

    private

    def compare_prerelease(mine, other)
      return mine.nil? ? (other.nil? ? 0 : 1) : -1 if mine.nil? || other.nil?

      keys = [mine, other].map { |text| text.split('.').map { |part| part.match?(/\A\d+\z/) ? [0, part.to_i, ''] : [1, 0, part] } }
      keys.first <=> keys.last
    end
  end

  class VersionRange
    def self.parse(text, _strict = true)
      Nostrings.ask('range.includes', text, '0.0.0')
      new(text)
    rescue ArgumentError, Puppet::Error => e
      raise ArgumentError, e.message
    end

    def initialize(text)
      @text = text
    end

    def include?(version)
      Nostrings.ask('range.includes', @text, version.to_s)
    end
    alias === include?
    alias member? include?
    alias cover? include?

    def to_s
      @text
    end

    def ==(other)
      other.is_a?(VersionRange) && other.to_s == @text
    end
    alias eql? ==

    def hash
      @text.hash
    end

    def to_wire
      { '$' => 'range', 'v' => @text }
    end
  end
end

Nostrings::Codec.tag('version') { |text| SemanticPuppet::Version.new(text) }
Nostrings::Codec.tag('range') { |text| SemanticPuppet::VersionRange.new(text) }
Nostrings.provides 'semantic_puppet/version', 'semantic_puppet/version_range'
