type Misfiled::Kind = Integer
