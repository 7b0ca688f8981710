# Static variables: the outer class first, then the inner ones, each in the order of the text.
class Log:
	static func note(text: String) -> String:
		print(text)
		return text
static var first := Log.note("outer first")  # expect: outer first
class A:
	static var a := Log.note("A.a")
	class B:
		static var b := Log.note("A.B.b")
	static var c := Log.note("A.c")
	static func _static_init() -> void: Log.note("A init")
static var last := Log.note("outer last")  # expect: outer last
static func _static_init() -> void: Log.note("outer init")  # expect: outer init
# expect: A.a
# expect: A.c
# expect: A init
# expect: A.B.b
func run():
	print("run")  # expect: run
