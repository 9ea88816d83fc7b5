# A text as HTML shows it.
function profile::escape_html(String $text) >> String {
  $text.regsubst('&', '&amp;', 'G').regsubst('<', '&lt;', 'G').regsubst('>', '&gt;', 'G').regsubst('"', '&quot;', 'G')
}
