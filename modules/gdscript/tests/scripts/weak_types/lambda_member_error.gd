# Weak types: lambda member error.
var f = func(x): return undefined_thing
# expect refused: There is no "undefined_thing" here.
