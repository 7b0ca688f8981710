# Declarations: singleton new.
func run(): Engine.new()
# expect refused: "Engine" has no method "new()".
