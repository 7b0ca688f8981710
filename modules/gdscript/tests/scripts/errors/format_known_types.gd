# A wrong format in code whose types are known is reported, gives the format itself, and the function goes on.
class Named:
	var name := "object"
	func _to_string(): return "shown"

class Emptier:
	var list: Array
	func _to_string():
		list.clear()
		return "emptied"

func known(format: String, values: Array) -> String:
	return format % values

func run():
	print(known("%d", ["x"]), known("%", [1]), known("%s", []))  # expect: %d%%s
	var one := 5  # expect error: a number is required
	print("%s %s" % one)  # expect: %s %s
	var text := "%d%d"  # expect error: incomplete format
	text = text % [one]
	print(text)  # expect: %d%d
	print("{name} {nothing} {0}".format(Named.new()))  # expect: object {nothing} {0}
	var emptier := Emptier.new()  # expect error: not enough arguments
	emptier.list = [emptier, 1, "y"]
	print("%s %s" % emptier.list)  # expect: %s %s
	print("%-6d|%+05d|%06.2f|%s|%5s|%-5s|%x" % [-12, 7, -1.005, 12, 3, true, 255])  # expect: -12   |+0007|-01.00|12|    3|true |ff
	print("%10.3v|%+v" % [Vector2(1.5, -2), Vector3i(1, 2, 3)])  # expect: (     1.500,     -2.000)|(1.000000, 2.000000, 3.000000)
	print("%.40f|%.0f|%.1f" % [0.1, 2.5, 0.25])  # expect: 0.1000000000000000055511151231257800000000|2|0.2
# expect error: not enough arguments
# expect error: not enough arguments
# expect error: not enough arguments
