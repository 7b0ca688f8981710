# Fetches a URL into a file with HTTPRequest; prints how long it took and the peak of the resident memory (KiB).
# Arguments after --: URL FILE
extends Node


func _ready():
	var args = OS.get_cmdline_user_args()
	var request = HTTPRequest.new()
	request.download_file = args[1]
	add_child(request)
	var start = Time.get_ticks_usec()
	request.request(args[0])
	var answer = await request.request_completed
	var seconds = (Time.get_ticks_usec() - start) / 1000000.0
	var peak = ""
	for line in FileAccess.get_file_as_string("/proc/self/status").split("\n"):
		if line.begins_with("VmHWM:"):
			peak = line.get_slice(":", 1).strip_edges().get_slice(" ", 0)
	print("seconds ", seconds, " peak ", peak, " result ", answer[0], " code ", answer[1])
	get_tree().quit()
