# Types as values: hard class script method.
class A: pass
func run():
	var a := A
	print(a.can_instantiate())
	print(A.can_instantiate(), A.get_script_method_list().size())
# expect refused: "the class A" has no method
# expect refused: "the class A" has no method
# expect refused: "the class A" has no method
