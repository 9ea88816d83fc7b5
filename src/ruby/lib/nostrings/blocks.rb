# Lambdas of the Puppet language as Ruby blocks, and Ruby blocks as lambdas.
module Puppet
  module Pops
    module Evaluator
      # What is known of a lambda besides how to call it.
      class Closure
        Parameter = Struct.new(:name, :value, :captures_rest)
        attr_reader :parameters

        def initialize(number, parameters)
          @number = number
          @parameters = parameters
        end

        def call(*args)
          Nostrings.ask('closure.call', self, args)
        end

        def to_wire
          { '$' => 'closure', 'v' => @number }
        end
      end

      class PuppetProc < Proc
        attr_reader :closure

        def self.of(closure)
          proc = new { |*args| closure.call(*args) }
          proc.instance_variable_set(:@closure, closure)
          proc
        end

        def lambda?
          false
        end

        def parameters(*)
          @closure.parameters.map do |parameter|
            kind = parameter.captures_rest ? :rest : (parameter.value ? :opt : :req)
            [kind, parameter.name.to_sym]
          end
        end

        def arity
          optional = parameters.index { |kind, _| kind != :req }
          optional ? -(optional + 1) : parameters.size
        end

        def to_wire
          @closure.to_wire
        end
      end
    end
  end
end

class Proc
  def to_wire
    { '$' => 'block', 'v' => Nostrings::Blocks.keep(self), 'arity' => arity }
  end
end

class Method
  def to_wire
    to_proc.to_wire
  end
end

module Nostrings
  module Blocks
    def self.keep(block)
      Codec::KEPT[block.object_id] = block
      block.object_id
    end
  end

  Codec.tag('closure') do |number, wire|
    closure = Puppet::Pops::Evaluator::Closure
    parameters = wire['parameters'].map { |name, optional, rest| closure::Parameter.new(name, optional, rest) }
    Puppet::Pops::Evaluator::PuppetProc.of(closure.new(number, parameters))
  end

  on('block.call') { |number, args| Codec.kept(number).call(*args) }
end
