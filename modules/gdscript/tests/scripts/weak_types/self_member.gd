# Weak types: self member.
var j = JSON.new()
func run():
	var e := self.j.parse("1")
	print(e)
# expect: 0
