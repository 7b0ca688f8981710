# StringName and NodePath literals.
func run():
	var n := &"name"
	var p := ^"a/b:c"
	print(typeof(n) == TYPE_STRING_NAME, " ", n == "name", " ", p.get_name_count())  # expect: true true 2
	print({"key": 1}.has(&"key"))  # expect: true
