# Where := can take a type from.
var a := 1
var b := null # expect error: cannot be taken from null
var c := unknown() # expect error: whose type is not known
var d := d # expect error: depends on itself
func unknown():
	return 1
func f(p, q: Variant):
	var x := p # expect error: whose type is not known
	var y := q # expect error: inference_on_variant
	var z := a
	z = "text" # expect error: cannot be assigned
	return [x, y, z]
