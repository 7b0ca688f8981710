# Weak types: cycle new.
class K:
	var l = L.new()
class L:
	var k = K
func run(): print(K.new().l.k == K)
# expect: true
