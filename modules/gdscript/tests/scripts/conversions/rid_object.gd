# Constants, conversions and signatures: rid object.
func run():
	print(RID(null) if false else RID())
	var r := RID(RefCounted.new()) if false else RID()
	print(r.is_valid())
# expect refused: There is no way to make a "RID" from these
