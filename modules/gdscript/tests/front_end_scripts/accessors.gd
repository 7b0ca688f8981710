# Properties and their accessors.
var a: int:
	get:
		return self.a # expect error: written without "self."
	set(v):
		self.a = v # expect error: written without "self."
var b: int: get = get_b, set = set_b # expect error: The getter returns
var c: int: get = missing # expect error: There is no function
func get_b() -> String: return ""
func set_b(_v): pass
