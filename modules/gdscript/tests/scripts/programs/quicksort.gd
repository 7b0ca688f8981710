# Quicksort.
func sort(list: Array) -> Array:
	if list.size() < 2:
		return list
	var pivot = list[0]
	var rest := list.slice(1)
	return sort(rest.filter(func(x): return x < pivot)) + [pivot] + sort(rest.filter(func(x): return x >= pivot))
func run():
	print(sort([5, 3, 9, 1, 5, 0, -2]))  # expect: [-2, 0, 1, 3, 5, 5, 9]
