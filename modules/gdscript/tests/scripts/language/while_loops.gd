# The language: while loops.
func run():
	var i := 0
	while true:
		i += 1
		if i == 2: continue
		if i > 4: break
		print(i)
	while i > 0: i -= 2
	print(i)
	var j := 3
	while j:
		j -= 1
		var k := j
		while k > 0:
			k -= 1
		print(j, k)
# expect: 1
# expect: 3
# expect: 4
# expect: -1
# expect: 20
# expect: 10
# expect: 00
