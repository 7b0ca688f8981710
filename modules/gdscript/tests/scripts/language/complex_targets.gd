# The language: complex targets.
class O: var v = Vector2(); var a = [1, 2]; var d = {}; var o = null
func mk(): return holder
var holder = O.new()
func run():
	holder.o = O.new()
	holder.o.v.x = 5
	holder.a[0] += 10
	holder.d["k"] = [1]
	holder.d.k[0] = 7
	holder.o.d.x = {y = 1}
	holder.o.d.x.y += 1
	mk().v.y = 3
	mk().a[1] = "z"
	[holder][0].v.x = 8
	print(holder.v, holder.a, holder.d, holder.o.v, holder.o.d)
	var arr = [[1, [2, 3]]]
	arr[0][1][0] = 9
	arr[0][1][1] += 1
	print(arr)
	holder.o = null
# expect error: Cannot set property or key 'o' to a value of
