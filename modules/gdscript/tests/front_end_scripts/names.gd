# What a bare name may mean.
extends RefCounted
const OUTER = 1
var member = 2
static var shared = 3
class Inner:
	func f():
		return OUTER
	func g():
		return member # expect error: There is no "member" here
	func h():
		return shared # expect error: There is no "shared" here
func f(parameter):
	var local = parameter + member + shared + OUTER
	local = nothing # expect error: There is no "nothing" here
	return local + later # expect error: There is no "later" here
static func s():
	member = 1 # expect error: belongs to an instance
	return self # expect error: There is no "self"
