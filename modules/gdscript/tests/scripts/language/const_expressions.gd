# The language: const expressions.
const A = 1 + 2 * 3
const B = [A, A * 2]
const C = {"x": A, y = B}
const D = "s" + "t"
const E = Vector2(1, 2) * 3
const F = A > 3 and not false
const G = B[1] + C.x + C["y"][0]
const H = E.x if F else 0.0
const I = "%d-%s" % [A, D]
const J = PI * 2
const L = A as float
const M = min(3, A)
const N = Vector2.UP + Vector2(0.5, 0)
const O = Color.RED.r
const P = D.length() if false else 3
const Q = -A
const R = ~A
const S = D[0]
const T = A in [7]
func run():
	print(A, B, C, D, E, F, G, H, I, J, L, M, N, O, Q, R, S, T)
# expect refused: A dictionary is written either with "key:
