# Nothing is ever waited for: what is read is complete.
class IO
  def wait_readable(*)
    self
  end

  def wait_writable(*)
    self
  end

  def ready?
    true
  end
end
