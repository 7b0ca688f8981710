# Getters, setters, call(), Callables, lambdas and methods of containers may be nested as deep as plain calls.
class Item:
	var next: Item
	var size: int:
		get: return 1 + (next.size if next else 0)
	var mark := 0:
		set(value):
			mark = value
			if next:
				next.mark = value + 1
func by_name(n: int) -> int: return 0 if n == 0 else 1 + int(call("by_name", n - 1))
func by_callable(n: int) -> int: return 0 if n == 0 else 1 + int(by_callable.call(n - 1))
func by_bound(n: int) -> int: return 0 if n == 0 else 1 + int(by_bound.bind(n - 1).call())
func by_map(tree: Array) -> int:
	var sizes := tree.map(by_map)
	return 1 + (sizes[0] if sizes else 0)
func endless(n: int) -> int:
	call("endless", n + 1)  # expect error: Stack overflow
	return n
func run():
	var head: Item = null
	for i in 1000:
		var item := Item.new()
		item.next = head
		head = item
	print(head.size)  # expect: 1000
	head.mark = 1
	print(head.next.next.mark)  # expect: 3
	# A bound Callable goes through C++, whose frames are larger in builds with sanitizers.
	print(by_name(1000), " ", by_callable(1000), " ", by_bound(800))  # expect: 1000 1000 800
	var lambdas := []
	lambdas.append(func(n: int) -> int: return 0 if n == 0 else 1 + int(lambdas[0].call(n - 1)))
	print(lambdas[0].call(1000))  # expect: 1000
	lambdas.clear()
	var tree := []
	for i in 499:
		tree = [tree]
	print(by_map(tree))  # expect: 500
	print(endless(0) >= 0)  # expect: true
