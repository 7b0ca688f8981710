# Declarations: override native to string 3.
func _to_string(): return "q"
func run(): print(self)
# expect: q
