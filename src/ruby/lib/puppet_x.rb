# The room of what modules bring besides Puppet's own kinds of code.
module PuppetX; end
