# Messages are not translated.
module Kernel
  def _(message)
    message
  end

  def n_(singular, plural, count)
    count == 1 ? singular : plural
  end
  private :_, :n_
end

module Puppet
  module GettextConfig
    def self.gettext_loaded?
      false
    end
  end
end

Nostrings.provides 'puppet/gettext/module_translations', 'puppet/gettext/config'
