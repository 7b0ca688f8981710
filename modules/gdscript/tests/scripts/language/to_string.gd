# The language: to string.
class P:
	var x := 1
	func _to_string() -> String: return "P(%d)" % x
func run():
	var p = P.new()
	print(p, [p], {p: p}, str(p), "%s" % p)
# expect: P(1)[P(1)]{ P(1): P(1) }P(1)P(1)
