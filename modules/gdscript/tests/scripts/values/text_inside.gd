# Setting a character of a text that something else holds: it changes there, and copies made before keep what they were.
class Box:
	var text := "box"
	var any = "any"
	var watched := "old":
		set(value):
			watched = value + "!"
	var read := "red":
		get:
			return read + "?"

func change(list, index):
	list[index] = "new"
	return "Z"

func run():
	var list = ["abc", ["def"], {"k": "ghi"}]
	var kept: String = list[0]
	list[0][1] = "X"
	list[0][-1] = "Y"
	list[1][0][0] = "Z"
	list[2].k[0] = "W"
	print(list, kept)  # expect: ["aXY", ["Zef"], { "k": "Whi" }]abc
	var typed: Array[String] = ["abc"]
	typed[0][0] = "T"
	print(typed)  # expect: ["Tbc"]
	var named = {&"n": "abc"}
	named.n[2] = "N"
	print(named)  # expect: { &"n": "abN" }
	var box := Box.new()
	var before := box.text
	box.text[0] = "B"
	box.any[0] = "A"
	box.watched[0] = "O"
	box.read[0] = "R"
	print(before, " ", box.text, " ", box.any, " ", box.watched, " ", box.read)  # expect: box Box Any Old! Red??
	var loose = box
	loose.text[1] = "0"
	loose.watched[1] = "1"
	print(loose.text, " ", loose.watched)  # expect: B0x O1d!!
	var changing = ["old"]
	changing[0][0] = change(changing, 0)
	print(changing)  # expect: ["Zld"]
	var packed := PackedStringArray(["abc"])
	packed[0][0] = "P"
	print(packed)  # expect: ["Pbc"]
	var vectors = [Vector2(1, 2)]
	vectors[0][1] = 5
	var grid = [[1, 2], [3, 4]]
	grid[1][0] = 9
	print(vectors, grid)  # expect: [(1.0, 5.0)][[1, 2], [9, 4]]
