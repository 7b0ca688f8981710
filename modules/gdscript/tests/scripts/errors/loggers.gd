# A logger hears of reports in order; what it reports itself goes to nobody.
class Keeper extends Logger:
	var heard := PackedStringArray()
	func _log_error(function: String, _file: String, line: int, code: String, rationale: String, _notify: bool, type: int, traces: Array[ScriptBacktrace]) -> void:
		heard.push_back("%s|%s|%s|%s|%d" % [function if type == ERROR_TYPE_SCRIPT else "engine", line if type == ERROR_TYPE_SCRIPT else 0, code, rationale, traces[0].get_frame_line(0)])
		push_error("nobody hears this")

func fail(nothing):
	nothing.method()

func run():
	var keeper := Keeper.new()
	OS.add_logger(keeper)
	push_error("one ", 1) # expect error: one 1
	# expect error: nobody hears this
	push_warning("two") # expect error: two
	# expect error: nobody hears this
	fail(null)
	# expect error: on a null value
	# expect error: nobody hears this
	OS.add_logger(keeper) # expect error: added before
	# expect error: nobody hears this
	OS.remove_logger(keeper)
	OS.remove_logger(keeper) # expect error: was not added
	push_error("three") # expect error: three
	print(keeper.heard.size()) # expect: 4
	print(keeper.heard[0]) # expect: engine|0|one 1||14
	print(keeper.heard[1]) # expect: engine|0|two||16
	print(keeper.heard[2]) # expect: fail|9|Cannot call method 'method' on a null value.||9
	print(keeper.heard[3].get_slice("|", 3)) # expect: This logger was added before; each is called once.
