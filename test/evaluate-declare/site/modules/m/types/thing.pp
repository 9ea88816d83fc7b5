type M::Thing = Hash
