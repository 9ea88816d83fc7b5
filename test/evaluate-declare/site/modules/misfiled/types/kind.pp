function misfiled::kind() { 1 }
