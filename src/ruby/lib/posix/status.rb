# How the last child process ended. CRuby's own Process::Status cannot be made without a process, and `$?` cannot be set; an
# alias replaces it in all code that is loaded after this file.
module Posix
  class Status
    attr_reader :pid, :exitstatus, :termsig

    def initialize(pid, exitstatus, termsig)
      @pid = pid
      @exitstatus = exitstatus
      @termsig = termsig
    end

    def success?
      exited? ? @exitstatus.zero? : nil
    end

    def exited?
      !@exitstatus.nil?
    end

    def signaled?
      !@termsig.nil?
    end

    def stopped?
      false
    end

    def coredump?
      false
    end

    def stopsig
      nil
    end

    def to_i
      exited? ? @exitstatus << 8 : @termsig
    end

    def ==(other)
      other.is_a?(Integer) ? to_i == other : equal?(other)
    end

    def >>(other)
      to_i >> other
    end

    def &(other)
      to_i & other
    end

    def is_a?(klass)
      klass == Process::Status || super
    end
    alias kind_of? is_a?

    def to_s
      exited? ? "pid #{@pid} exit #{@exitstatus}" : "pid #{@pid} SIG#{Signal.signame(@termsig)} (signal #{@termsig})"
    end

    def inspect
      "#<Process::Status: #{self}>"
    end
  end

  def self.last_status
    $nostrings_status
  end

  def self.last_status=(status)
    $nostrings_status = status
  end
end

$nostrings_status = nil
verbose, $VERBOSE = $VERBOSE, nil
alias $? $nostrings_status
alias $CHILD_STATUS $nostrings_status
$VERBOSE = verbose
