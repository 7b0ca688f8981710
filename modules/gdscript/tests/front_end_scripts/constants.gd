# What is constant and what may be assigned to.
const A = [1, { "k": 2 }]
const B = A[1].k + A[0]
const C = A[5] # expect error: no element
const D = randi() # expect error: only known when the program runs
enum G { X, Y = X + 5 }
func f():
	A = [] # expect error: is not a variable
	A[0] = 2 # expect error: constant cannot be assigned
	G.X = 1 # expect error: cannot be assigned to
	Vector2.ZERO = Vector2() # expect error: cannot be assigned to
	f = 1 # expect error: is not a variable
	PI = 3 # expect error: is not a variable
	return B + G.Y
