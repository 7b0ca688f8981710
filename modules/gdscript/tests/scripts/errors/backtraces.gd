# What runs, as a value; it stays as it was when the calls are over.
var member := 5
static var shared := 6

class Inner:
	static func capture() -> ScriptBacktrace:
		return Engine.capture_script_backtraces(true)[0]

func outer(value: ScriptBacktrace = Inner.capture()) -> ScriptBacktrace:
	return value

func run():
	var trace := outer()
	print(trace.get_language_name(), " ", trace.get_frame_count(), " ", trace.is_empty()) # expect: GDScript 3 false
	print(trace.get_frame_function(0), " ", trace.get_frame_function(2)) # expect: capture run
	print(trace.get_frame_line(0), " ", trace.get_frame_line(1), " ", trace.get_frame_line(2)) # expect: 7 9 13
	print(trace.get_member_variable_count(0), " ", trace.get_member_variable_count(1)) # expect: 0 1
	member = 7
	print(trace.get_member_variable_name(1, 0), " ", trace.get_member_variable_value(1, 0)) # expect: member 5
	print(trace.get_local_variable_count(1), " ", trace.get_global_variable_count()) # expect: 0 0
	print(trace.format(1, 2).split("\n")[0], "|") # expect:  GDScript backtrace (most recent call first):|
	print(trace.format(1, 2).split("\n")[3]) # expect:    [2] run (:13)
	print(str(trace) == trace.format()) # expect: true
	print(Engine.capture_script_backtraces()[0].get_member_variable_count(0)) # expect: 0
	print(ScriptBacktrace.new().is_empty(), ScriptBacktrace.new().format(), "|") # expect: true|
	print(trace.get_frame_line(9)) # expect error: out of bounds
	# expect: -1
