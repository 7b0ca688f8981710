# Weak types: returned use void.
func g(): return [1].clear()
func run(): print(1)
# expect refused: "clear()" returns nothing, so there is no
