# A path from the root, without a slash at the end.
type Profile::Absolute_path = Pattern[/\A(\/[^\/\0]+)+\z/]
