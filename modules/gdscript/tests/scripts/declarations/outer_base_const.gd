# Declarations: outer base const.
class Base:
	const K = 3
class O extends Base:
	class I:
		func g(): return K
func run(): print(O.I.new().g())
# expect: 3
