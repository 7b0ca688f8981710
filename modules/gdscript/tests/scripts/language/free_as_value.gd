# free is a method like others where it is named without being called.
func run():
	var o := Object.new()
	var f := o.free
	print(f.get_method(), self.free.is_valid(), free.get_method())  # expect: freetruefree
	f.call()
	print(is_instance_valid(o))  # expect: false
