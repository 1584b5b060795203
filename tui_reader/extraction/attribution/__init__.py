"""Who says, thinks, feels, asks or promises what: one family of constructions a module."""
