# A coroutine that does not wait gives its result at once.
signal s
func maybe(b):
	if b:
		await s
	return "done"
func run():
	print(await maybe(false))  # expect: done
