class broken {
  notify { 'x' }
}
