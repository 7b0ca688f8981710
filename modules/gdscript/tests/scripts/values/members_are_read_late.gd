# A member variable is read when its value is used: what was evaluated before that may have assigned it.
var m := "m"
var n := 1
var arr := [1]
static var st := "s"
var v: int = 1:
	get: return n * 10
	set(x): n = x

func ch():
	m = "CH"
	n = 50
	st = "ST"
	arr = [9]
	return "!"
func chi() -> int:
	ch()
	return 1
func r():
	m = "m"
	n = 1
	st = "s"
	arr = [1]
func g(a, b): return [a, b]

func run():
	print(m + ch()); r() # expect: CH!
	print([m, ch(), m]); r() # expect: ["CH", "!", "CH"]
	print(g(m, ch())); r() # expect: ["CH", "!"]
	print({ "k": m, ch(): m }); r() # expect: { "k": "CH", "!": "CH" }
	print("%s %s" % [m, ch()]); r() # expect: CH !
	print(st + ch()); r() # expect: s!
	print(n + chi()); r() # expect: 51
	print(self.m + ch()); r() # expect: CH!
	print(str(m, ch())); r() # expect: CH!
	print(m.replace("m", ch())); r() # expect: CH
	print(arr[0], ch(), arr[0]); r() # expect: 1!9
	print(Vector2(n, chi())); r() # expect: (50.0, 1.0)
	m += ch(); print(m); r() # expect: CH!
	m = m + ch(); print(m); r() # expect: CH!
	m = m + ch() + m; print(m); r() # expect: CH!CH
	m = m + "a" + ch() + "b"; print(m); r() # expect: ma!b
	m = m + str(1) + ch() + m; print(m); r() # expect: m1!CH
	n += chi(); print(n); r() # expect: 51
	st += ch(); print(st); r() # expect: ST!
	st = st + ch(); print(st); r() # expect: s!
	v += chi(); print(n); r() # expect: 501
	if n < chi(): print("no")
	r()
	arr[0] += chi(); print(arr); r() # expect: [10]
