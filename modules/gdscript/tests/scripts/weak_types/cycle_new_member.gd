# Weak types: cycle new member.
class K:
	var l = L.new().k
class L:
	var k = K.new().l
# expect refused: The value of "l" depends on itself.
