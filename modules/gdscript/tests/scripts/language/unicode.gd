# The language: unicode.
var имя := "имя"
var größe = 3
func 函数(ñ): return ñ * 2
class Ünï: var é = 1
enum Перечисление { А, Б }
signal сигнал
func run():
	print(имя, größe, 函数(4), Ünï.new().é, Перечисление.Б, сигнал.get_name())
	var π = 3.14
	var _x1 = 2
	print(π, _x1)
	var d = {ключ = 1}
	print(d.ключ, d)
# expect: имя3811сигнал
# expect: 3.142
# expect: 1{ &"ключ": 1 }
