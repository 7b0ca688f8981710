# Values that hold each other in many ways, or themselves, become JSON and values again in a time that their number decides, not that of their paths.
func depth_of(value) -> int:
	var depth := 0
	while value is Array and not value.is_empty():
		value = value[-1]
		depth += 1
	return depth

func run():
	var shared = ["i:1"]
	for i in 60:
		shared = [shared, shared]
	print(depth_of(JSON.from_native(shared)), " ", depth_of(JSON.to_native(shared)))
	# expect: 61 61
	var wrong = [1]
	for i in 60:
		wrong = [wrong, wrong]
	print(depth_of(JSON.to_native(wrong)))
	# expect error: A bare int is not what JSON.from_native() writes
	# expect: 61
	var itself := []
	itself.append(itself)
	itself.append(itself)
	print(JSON.from_native(itself).size())
	# expect error: The data is nested too deeply to become JSON, or holds itself
	# expect: 2
	itself.clear()
