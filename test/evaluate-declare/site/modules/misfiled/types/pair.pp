type Misfiled::Pair = Integer type Misfiled::Other = String
