type Misfiled::Renamed = Integer
