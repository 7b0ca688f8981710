# Formats with the values beside them: values are those of the moment, whatever their texts run.
var member := "before"

class Changer:
	var owner_object
	func _to_string():
		owner_object.member = "after"
		return "changer"

func deep(n):
	return n if n == 0 else deep(n - 1)

class Caller:
	var owner_object
	func _to_string():
		return str(owner_object.deep(300))

func next(list):
	list.append(list.size())
	return list[-1]

func run():
	var changer := Changer.new()
	changer.owner_object = self
	print("%s %s %s" % [member, changer, member])  # expect: before changer before
	print(member)  # expect: after
	var caller := Caller.new()
	caller.owner_object = self
	var a := "kept"
	print("%s %s %s" % [a, caller, a])  # expect: kept 0 kept
	var list := []
	print("%d%d%d" % [next(list), next(list), next(list)])  # expect: 012
	print("%d %d %d %d %d %d %d %d %d" % [1, 2, 3, 4, 5, 6, 7, 8, next([])])  # expect: 1 2 3 4 5 6 7 8 0
	var text := "%s-%s"
	text = text % [text, text]
	print(text)  # expect: %s-%s-%s-%s
	text %= [1, a, 2, "x"]
	print(text)  # expect: 1-kept-2-x
	print("%*d|%-*d|%.*f" % [5, list[0], 4, list[1], 1, 2.25])  # expect:     0|1   |2.2
	changer.owner_object = null
	caller.owner_object = null
