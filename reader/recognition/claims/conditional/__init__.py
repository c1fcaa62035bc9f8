"""Forms in -rait, -raient: what is one, and which of them tell hearsay."""
