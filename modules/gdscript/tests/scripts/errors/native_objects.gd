# Native methods that take objects: null and objects of the class go in, everything else is refused where it is passed.
func add(parent: Node, child) -> void:
	parent.add_child(child)
	print("added ", parent.get_child_count())

func asks(parent: Node, other: Node) -> bool:
	return parent.is_ancestor_of(other)

func run():
	var parent := Node.new()
	var child := Node.new()
	add(parent, child) # expect: added 1
	print(asks(parent, child), child.get_parent() == parent, parent != parent) # expect: truetruefalse
	var held: Node = Node.new()
	var freed = held
	held.free()
	for wrong in [freed, RefCounted.new(), 3]:
		add.call(parent, wrong)
	# expect error: Argument 1 is an object that was freed.
	# expect error: Argument 1 is a RefCounted, which is not of the class that is wanted.
	# expect error: Cannot convert argument 1 from int to Object.
	print(parent.get_child_count()) # expect: 1
	var untyped = child == parent
	print(typeof(untyped) == TYPE_BOOL, null == freed, freed == parent) # expect: truetruefalse
	parent.free()
