# The 3.x function API: functions are methods of scopes, `function_name`, and take one array of arguments.
module Puppet
  module Parser
    module Functions
      Info = Struct.new(:name, :arity, :type, :doc)

      # The methods; Scope includes this.
      module Methods; end

      class << self
        include Puppet::Util

        def newfunction(name, options = {}, &block)
          name = name.to_sym
          type = options[:type] || :statement
          raise Puppet::DevError, "Invalid statement type #{type.inspect}" unless %i[statement rvalue].include?(type)

          info = known[name] = Info.new(name, options[:arity] || -1, type, options[:doc])
          Methods.send(:define_method, "real_function_#{name}", &block)
          Methods.send(:define_method, "function_#{name}") { |*args| Functions.checked_call(self, info, args) }
          { arity: info.arity, type: type, name: "function_#{name}", doc: info.doc }
        end

        # The name of the method of a function, loading it if need be; false when there is no such function.
        def function(name, _environment = nil)
          name = name.to_sym
          return "function_#{name}" if known?(name) || Nostrings.ask('function.exists', name.to_s)

          false
        end

        def rvalue?(name, _environment = nil)
          known?(name) ? known[name.to_sym].type == :rvalue : !!function(name)
        end

        def arity(name, _environment = nil)
          known?(name) ? known[name.to_sym].arity : -1
        end

        def autoloader
          @autoloader ||= Autoloader.new
        end

        def environment_module(_environment = nil)
          Methods
        end

        def reset(*); end

        def info(name)
          known[name.to_sym]
        end

        # Load the file of a function, unless that was done; whether it defined the function.
        def known?(name)
          return true if known.key?(name.to_sym)

          file = Nostrings.ask('function.file', name.to_s)
          file ? !!Nostrings::LoadedFunctions.load_legacy(name.to_s, file) : false
        end

        def checked_call(scope, info, args)
          unless args.first.is_a?(Array)
            raise ArgumentError, 'custom functions must be called with a single array that contains the arguments. ' \
                                 'For example, function_example([1]) instead of function_example(1)'
          end
          check_arity(info, args.first.size)
          result = scope.send("real_function_#{info.name}", args.first)
          info.type == :rvalue ? without_undef(result) : nil
        end

        private

        def known
          @known ||= {}
        end

        def check_arity(info, count)
          if info.arity >= 0 && count != info.arity
            raise ArgumentError, "#{info.name}(): Wrong number of arguments given (#{count} for #{info.arity})"
          end
          return unless info.arity.negative? && count < (info.arity + 1).abs

          raise ArgumentError, "#{info.name}(): Wrong number of arguments given (#{count} for minimum #{(info.arity + 1).abs})"
        end

        def without_undef(value)
          case value
          when :undef then nil
          when Array then value.map { |member| without_undef(member) }
          when Hash then value.to_h { |key, member| [without_undef(key), without_undef(member)] }
          else value
          end
        end
      end

      class Autoloader
        def load(name, *)
          !!Functions.function(name)
        end

        def loaded?(name)
          !!Functions.info(name)
        end

        # Functions load when they are called.
        def loadall(*); end

        def delegatee
          self
        end
      end

      class Error
        def self.is4x(name)
          raise Puppet::ParseError, "#{name}() can only be called using the 4.x function API. See Scope#call_function"
        end
      end
    end
  end
end

module Puppet
  module Pops
    module Evaluator
      # What functions of the 3.x API are given for values that it does not know.
      class Runtime3Converter
        class << self
          def map_args(args, scope, undef_value)
            args.map { |arg| convert(arg, scope, undef_value) }
          end

          def convert(value, scope, undef_value)
            case value
            when nil, :undef then undef_value
            when Array then value.map { |member| convert(member, scope, nil) }
            when Hash then value.to_h { |key, member| [convert(key, scope, nil), convert(member, scope, nil)] }
            when Types::PClassType then Puppet::Resource.new('class', value.class_name)
            when Types::PResourceType then Puppet::Resource.new(value.type_name, value.title || '')
            else plain(value)
            end
          end

          def instance
            self
          end

          private

          def plain(value)
            value
          end
        end
      end

      class Runtime3FunctionArgumentConverter < Runtime3Converter
        class << self
          private

          def plain(value)
            case value
            when Regexp then value.inspect
            when SemanticPuppet::Version, SemanticPuppet::VersionRange, Types::PBinaryType::Binary, Time::TimeData then value.to_s
            else value
            end
          end
        end
      end

      # A type is what a reference to it begins with.
      module Runtime3ResourceSupport
        def self.find_resource_type(_scope, type_name)
          Puppet::Resource.capitalized(type_name)
        end

        def self.find_resource_type_or_class(scope, name)
          find_resource_type(scope, name)
        end
      end
    end
  end
end
