# Objects that are not RefCounted live until free().
class O extends Object:
	var v := 3
func run():
	var o := O.new()
	print(o.v)  # expect: 3
	o.free()
	print(is_instance_valid(o), " ", o == null)  # expect: false true
	go(o)
	print("end")  # expect: end
func go(o):
	print(o.v)  # expect error: freed
