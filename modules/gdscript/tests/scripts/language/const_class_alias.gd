# The language: const class alias.
class Foo:
	var v = 1
	class Bar: var w = 2
const F = Foo
const FB = Foo.Bar
class Ext extends FB: pass
class Ext2 extends F: pass
var f: F = F.new()
func g(x: FB) -> F: return f
func run(): print(f.v, g(FB.new()).v, Ext.new().w, Ext2.new().v)
# expect: 1121
