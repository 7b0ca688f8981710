# Constants, conversions and signatures: rid object 2.
func run():
	var o := Resource.new()
	print(RID(o).is_valid())
# expect: false
