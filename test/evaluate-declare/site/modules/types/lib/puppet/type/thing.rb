Puppet::Type.newtype(:thing) do
  ensurable
  newparam(:path, :namevar => true) do
    desc 'where'
  end
  newproperty(:size)
end
