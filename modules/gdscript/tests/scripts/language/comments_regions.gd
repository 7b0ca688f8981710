# The language: comments regions.
# comment
#region name
## doc comment
var a = 1 # trailing
#endregion
func run(): # c
	# only comment
	print(a) # x
	#region inner
	if true: # y
		# z
		print("b")
	#endregion
		# weird indent
	pass
# expect: 1
# expect: b
