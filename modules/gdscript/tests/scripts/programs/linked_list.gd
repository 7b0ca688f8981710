# A linked list.
class Item:
	var value
	var next: Item
	func _init(v, n = null):
		value = v
		next = n
func run():
	var head: Item = null
	for i in 4:
		head = Item.new(i, head)
	var out := []
	while head:
		out.append(head.value)
		head = head.next
	print(out)  # expect: [3, 2, 1, 0]
