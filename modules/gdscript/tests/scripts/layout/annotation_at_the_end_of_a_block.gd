# An annotation that is the last thing of a block is for what follows the block.
class A:
	var y = 2
	@warning_ignore("unused_parameter")
func f(x): return 3
func run():
	if true:
		print(1)  # expect: 1
		@warning_ignore("unused_variable")
	var u = 4
	for i in 1:
		@warning_ignore("unused_variable")
	print(A.new().y, f(1))  # expect: 23
