# A coroutine's result needs await.
signal s
func slow() -> int:
	await s
	return 1
func run():
	var n: int = slow()  # expect refused: await
	return n
