class n {
  n::def { 'q': }
}
define n::def {
  notify { "ndef ${caller_module_name}": }
}
