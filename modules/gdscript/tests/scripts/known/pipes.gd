# Programs whose standard streams are files.
func run():
	var cat := OS.execute_with_pipe("cat", [])
	print(cat.keys(), cat.pid > 0) # expect: ["stdio", "stderr", "pid"]true
	var io: FileAccess = cat.stdio
	print(io.is_open(), io.get_length(), io.get_path()) # expect: true0
	print(io.store_line("hello"), io.get_line(), io.get_error()) # expect: truehello0
	print(io.store_string("abc"), io.get_buffer(3)) # expect: true[97, 98, 99]
	io.close()
	print(io.is_open()) # expect: false
	print(cat.stderr.get_8(), cat.stderr.get_error()) # expect: 014
	var both := OS.execute_with_pipe("sh", ["-c", "echo out; echo err >&2"])
	print(both.stderr.get_line(), both.stdio.get_line()) # expect: errout
	print(both.stdio.get_8(), both.stdio.get_error(), both.stdio.eof_reached()) # expect: 014false
	var fields := OS.execute_with_pipe("sh", ["-c", "printf 'a,b\\nno end'"])
	print(fields.stdio.get_csv_line(), fields.stdio.get_line()) # expect: ["a", "b"]no end
	var quiet := OS.execute_with_pipe("cat", [], false)
	print(quiet.stdio.get_8(), quiet.stdio.get_error()) # expect: 014
	quiet.stdio.close()
	print(OS.execute_with_pipe("/no/such/program", [])) # expect: {  }
