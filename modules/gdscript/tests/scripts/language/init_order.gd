# The language: init order.
var a := log_it("a")
var b := log_it("b")
static var s := sl("static")
static func sl(x): print("s ", x); return x
func log_it(x): print("init ", x); return x
func _init(): print("_init ", a, b)
func run(): print("run")
# expect refused: The type of "a" cannot be taken from its
# expect refused: The type of "b" cannot be taken from its
# expect refused: The type of "s" cannot be taken from its
