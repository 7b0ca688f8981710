# Results of functions: bare enum.
enum E { A }
func f() -> E:
	return
# expect refused: The function must return a value of type "E".
