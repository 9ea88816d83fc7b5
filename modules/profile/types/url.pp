# An address that a link may point to.
type Profile::Url = Pattern[/\Ahttps?:\/\/\S+\z/]
