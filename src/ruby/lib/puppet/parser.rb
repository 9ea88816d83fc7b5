# The rooms that the chapters about the language are in.
module Puppet
  module Parser; end
  module Functions; end

  module Pops
    EMPTY_HASH = {}.freeze
    EMPTY_ARRAY = [].freeze
    EMPTY_STRING = ''.freeze
    MAX_INTEGER =  0x7fffffffffffffff
    MIN_INTEGER = -0x8000000000000000

    module Types; end
    module Time; end
    module Evaluator; end
    module Loader; end
    module Model; end
    module Issues; end
  end

  module Node; end
end
