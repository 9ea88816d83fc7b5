function misfiled::pair() { 1 } function misfiled::other() { 2 }
