# Weak types: member before call.
var j = JSON.new()
func other():
	j = RegEx.new()
func run():
	j.parse()
# expect error: Invalid call of the function 'parse' in base
