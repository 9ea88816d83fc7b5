#---
notice(inline_epp('<%- | $x | -%>a<%= $x %>', {}))
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: expects a value for parameter 'x' (line: 1, column: 8)

#---
notice(inline_epp('<%- | $x | -%>a<%= $x %>'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: expects a value for parameter 'x' (line: 1, column: 8)

#---
notice(inline_epp('<%- | $x | -%>a<%= $x %>', {x => 1}))
#=> Notice: Scope(Class[main]): a1

#---
notice(inline_epp('<%- | $x | -%>a<%= $x %>', {x => 1, y => 2}))
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: has no parameter named 'y' (line: 1, column: 8)

#---
notice(inline_epp('<%- | Integer $x, $y = $x | -%>a<%= $x %><%= $y %>', {x => 1}))
#=> Notice: Scope(Class[main]): a11

#---
notice(inline_epp('<%- | Integer $x, $y = $x | -%>a<%= $x %>', {x => 'a'}))
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: parameter 'x' expects an Integer value, got String (line: 1, column: 8)

#---
notice(inline_epp('a<%= $x %>b', {x => 'v'}))
#=> Notice: Scope(Class[main]): avb

#---
$x = 'outer'
notice(inline_epp('a<%= $x %>b'))
#=> Notice: Scope(Class[main]): aouterb

#---
with(1) |$loc| { notice(inline_epp('a<%= $loc %>')) }
#=> Notice: Scope(Class[main]): a1

#---
notice(inline_epp('<% [1, 2].each |$x| { %>(<%= $x %>)<% } %>'))
#=> Notice: Scope(Class[main]): (1)(2)

#---
notice(inline_epp('<% [1, 2].each |$x| { -%>
(<%= $x %>)
<% } -%>
end'))
#=> Notice: Scope(Class[main]): (1)
#=> (2)
#=> end

#---
notice(inline_epp('a<%= Sensitive("s") %>b'))
#=> Notice: Scope(Class[main]): Sensitive [value redacted]

#---
notice(inline_epp('a<%= Sensitive("s") %>b').unwrap)
#=> Notice: Scope(Class[main]): asb

#---
notice(inline_epp('a <%# comment %> b <%% literal %%> <%= [1, {a => undef}] %>'))
#=> Notice: Scope(Class[main]): a  b <% literal %> [1, {a => }]

#---
notice(inline_epp('a<%= $x %'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, inline_epp(): Invalid EPP: Unbalanced epp tag, reached <eof> without closing tag. (file: inlined-epp-text, line: 1, column: 10) (line: 1, column: 8)

#---
notice(inline_epp('a<%= $x + + %>'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, inline_epp(): Invalid EPP: Syntax error at '+' (file: inlined-epp-text, line: 1, column: 11) (line: 1, column: 8)

#---
notice(inline_epp('<%- | $x, $y = $z, $z = 3| -%>a<%= $x %>', {x => 1}))
#=> Error: Evaluation Error: Error while evaluating a Function Call, lambda: default expression for $y tries to illegally access not yet evaluated $z (line: 1, column: 8)

#---
notice(inline_epp('<% $q = 3 %><%= $q + 1 %>'))
#=> Notice: Scope(Class[main]): 4

#---
notice(inline_epp('<%= nosuch(1) %>'))
#=> Error: Evaluation Error: Unknown function: 'nosuch'. (file: inlined-epp-text, line: 1, column: 5)

#---
notice(inline_epp('<%= $nosuch %>x'))
#=> Warning: Unknown variable: 'nosuch'. (file: inlined-epp-text, line: 1, column: 5)
#=> Notice: Scope(Class[main]): x

#---
notice(inline_epp(5))
#=> Error: Evaluation Error: Error while evaluating a Function Call, 'inline_epp' parameter 'template' expects a String value, got Integer (line: 1, column: 8)

#---
notice(inline_epp('<%- | $x = undef | -%><% if $x { %>yes<% } else { %>no<% } %>', {x => undef}))
#=> Notice: Scope(Class[main]): no

#---
notice(inline_epp('<% [1].each |$x| { %>'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, inline_epp(): Invalid EPP: Syntax error at end of input (file: inlined-epp-text) (line: 1, column: 8)

#---
notice(inline_epp('<%- | String $a = "d", Integer *$r | -%>x'))
#=> Error: Evaluation Error: Error while evaluating a Function Call, inline_epp(): Invalid EPP: Parameter $r has 'captures rest' - not supported in an Epp Template (file: inlined-epp-text, line: 1, column: 33) (line: 1, column: 8)

