# Declarations: abstract resource ok.
class A extends Resource: pass
func run(): print(A.new() is Resource)
# expect: true
