# What is called on a variable with "=" is known, so that ":=" can take its type.
class Box:
	var held = JSON.new()
	func size() -> int: return 3
	func me() -> Box: return self
	func later() -> String:
		await Engine.get_main_loop().process_frame
		return "a"
var json = JSON.new()
static var shared = JSON.new()
func make(): return Box.new()
func with_default(text = "a,b"):
	var parts := text.split(",")
	return parts
func run():
	var err := json.parse("{}")
	var err2 := shared.parse("[")
	print(err, " ", err2 != OK)  # expect: 0 true
	print(with_default())  # expect: ["a", "b"]
	var b = Box.new()
	var n := b.size() + b.me().size()
	print(n)  # expect: 6
	var e := b.me().held.parse("1")
	print(e)  # expect: 0
	var m := make().me().size()
	print(m)  # expect: 3
	var k = Box
	var o := k.new()
	print(o.size())  # expect: 3
	for letter in PackedStringArray(["x"]):
		var upper := letter.to_upper()
		print(upper)  # expect: X
