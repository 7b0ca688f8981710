# Copies of resources are neither as deep as the data nor as many as its paths.
class Link extends Resource:
	@export var next: Resource
	@export var value: Variant

func run():
	var chain := Link.new()
	for i in 20000:
		var link := Link.new()
		link.next = chain
		chain = link
	var copy: Link = chain.duplicate(true)
	var count := 0
	while copy.next:
		copy = copy.next
		count += 1
	print(count)
	# expect: 20000
	var twice := []
	twice.append(twice)
	twice.append(twice)
	chain.next = null
	chain.value = twice
	print(chain.duplicate(true).value.size(), chain.duplicate_deep().value.size())
	# expect: 22
	twice.clear()
