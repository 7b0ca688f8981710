# Types as values: hard native instance.
func run():
	var a := JSON
	a = JSON.new()
	print(a != null)
# expect refused: A value of type "JSON" cannot be assigned to
