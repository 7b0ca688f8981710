# Adding to a text where it stands: whoever else holds the old text keeps it, and everybody sees the new one where they should.
class Box:
	var text := "b"
	var any = "b"
	static var shared := "s"
	var table := {"k": ["x", "y"]}
	var counted := "c":
		set(value):
			counted = value + "!"
	var read := "r":
		get:
			return read + "?"

var member := "m"
static var own := "o"
static var loose = "l"

func wait(part):
	return part

func run():
	var a := "one"
	var before := a
	a += char(33)
	a += &"name"
	a = a + "x" + char(34) + a
	print(before, " ", a)  # expect: one one!namex"one!name
	var b = "two"
	var held = [b]
	b = b + b
	b += b
	print(held, b)  # expect: ["two"]twotwotwotwo
	var old := member
	member += wait("1")
	print(old, member)  # expect: mm1
	member = member + wait("2")
	self.member = self.member + char(51)
	print(member)  # expect: m123
	var kept := own
	own += wait("1")
	own = own + wait(&"2")
	loose += char(50)
	loose = loose + loose
	print(kept, own, loose)  # expect: oo12l2l2
	var box := Box.new()
	var first := box.text
	box.text += char(49)
	box.text = box.text + box.text
	box.any += &"2"
	Box.shared += "1"
	print(first, box.text, box.any, Box.shared)  # expect: bb1b1b2s1
	var line: String = box.table.k[1]
	box.table.k[1] += wait("z")
	box.table["k"][1] = box.table["k"][1] + "w"
	print(line, box.table)  # expect: y{ "k": ["x", "yzw"] }
	box.counted += "1"
	box.counted = box.counted + "2"
	box.read += "1"
	print(box.counted, " ", box.read)  # expect: c1!2! r?1?
	var packed := PackedStringArray(["p", "q"])
	var shared_packed := packed
	packed[-1] += char(49)
	print(packed, shared_packed)  # expect: ["p", "q1"]["p", "q1"]
	var names: Array[StringName] = [&"n"]
	names[0] += "1"
	print(names, " ", typeof(names[0]) == TYPE_STRING_NAME)  # expect: [&"n1"] true
	var texts: Array[String] = ["t"]
	var copy := texts.duplicate()
	texts[0] += char(49)
	texts[0] = texts[0] + "2"
	print(texts, copy)  # expect: ["t12"]["t"]
	var key := "k"
	var table: Dictionary[String, String] = {"k": "v"}
	table[key] += table[key]
	table.k = table.k + char(49)
	print(table)  # expect: { "k": "vv1" }
	var inside := func(): a += "inside"; return a
	print(inside.call().right(6), a.right(4))  # expect: insidename
	var letters := "abc"
	var others := letters
	letters[1] = "Z"
	letters[-1] = others[0]
	print(letters, others)  # expect: aZaabc
	numbers()

func numbers():
	var n = 1
	n = n + 2 + 3
	var list := [1, 2.5, "t", [1]]
	var more = 1
	list[0] = list[0] + more
	list[1] += more
	list[3] += [2]
	print(n, list)  # expect: 6[2, 3.5, "t", [1, 2]]
	var typed: Dictionary[String, float] = {"a": 1.0}
	typed["a"] += more
	typed.a = typed.a + more
	print(typed)  # expect: { "a": 3.0 }
