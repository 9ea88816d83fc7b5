# There is no terminal.
class IO
  def self.console(*)
    nil
  end

  def winsize
    [24, 80]
  end
end
