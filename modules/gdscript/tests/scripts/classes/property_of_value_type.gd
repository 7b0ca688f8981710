# Writing into a property's value reads it and sets it.
class T:
	var log := []
	var p := Vector2(1, 2):
		set(v):
			log.append("set")
			p = v
		get:
			log.append("get")
			return p
func run():
	var t := T.new()
	t.p.x = 7
	print(t.log)  # expect: ["get", "set"]
	print(t.p)  # expect: (7.0, 2.0)
