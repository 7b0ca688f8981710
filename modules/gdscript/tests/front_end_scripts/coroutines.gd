# Values of coroutines must be waited for.
signal done
func later() -> int:
	await done
	return 1
func f():
	later()
	var a := await later()
	var b = later() # expect error: is a coroutine
	print(later()) # expect error: is a coroutine
	var c = call("later")
	return [a, b, c]
