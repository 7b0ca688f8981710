# set and get.
class T:
	var log := []
	var x: int = 1:
		set(v):
			log.append("set %s" % v)
			x = v
		get:
			log.append("get")
			return x * 10
func run():
	var t := T.new()
	t.x = 5
	print(t.x)  # expect: 50
	t.x += 1
	print(t.log)  # expect: ["set 5", "get", "get", "set 51"]
