# What the machine proves itself with to other machines: a secret, so only its owner may read the file.
class profile::credentials (
  Profile::Absolute_path $path,
  String[1]              $user,
  Sensitive[String[1]]   $password,
) {
  file { $path:
    ensure  => file,
    content => Sensitive("${user}:${password.unwrap}\n"),
    mode    => '0600',
  }
}
