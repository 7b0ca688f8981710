# Counting words.
func run():
	var counts := {}
	for word in "the cat and the dog and the bird".split(" "):
		counts[word] = counts.get(word, 0) + 1
	print(counts)  # expect: { "the": 3, "cat": 1, "and": 2, "dog": 1, "bird": 1 }
