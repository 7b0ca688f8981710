# Makes the requests of a JSON file that the environment names, one after the other, and prints what becomes of each as JSON.
extends SceneTree

var node: HTTPRequest


func _initialize() -> void:
	node = HTTPRequest.new()
	root.add_child(node)
	run.call_deferred()


func run() -> void:
	for step: Dictionary in JSON.parse_string(FileAccess.get_file_as_string(OS.get_environment("REQUESTS"))):
		for name: String in step.get("set", {}):
			node.set(name, step["set"][name])
		if step.has("http_proxy"):
			node.set_http_proxy("127.0.0.1", int(step["http_proxy"]))
		if step.has("https_proxy"):
			node.set_https_proxy("127.0.0.1", int(step["https_proxy"]))
		if step.has("trust"):
			var authority := X509Certificate.new()
			authority.load(step["trust"])
			node.set_tls_options(TLSOptions.client(authority))
		var begun := node.request(step["url"], PackedStringArray(step.get("headers", [])), int(step.get("method", 0)), step.get("body", ""))
		if begun != OK:
			print(JSON.stringify({"begun": begun}))
			continue
		if step.has("cancel_after"):
			await create_timer(step["cancel_after"]).timeout
			node.cancel_request()
			print(JSON.stringify({"cancelled": true, "objects": Performance.get_monitor(Performance.OBJECT_COUNT)}))
			continue
		var answer: Array = await node.request_completed
		var bytes: PackedByteArray = answer[3]
		print(JSON.stringify({
			"result": answer[0], "code": answer[1], "headers": answer[2], "text": text_of(bytes),
			"size": bytes.size(), "md5": bytes_md5(bytes), "downloaded": node.get_downloaded_bytes(), "body_size": node.get_body_size(),
			"error": node.get_error_message(), "static_memory": OS.get_static_memory_peak_usage(), "descriptors": DirAccess.get_files_at("/proc/self/fd").size(),
		}))
	quit()


# Empty for what is no text.
func text_of(bytes: PackedByteArray) -> String:
	var start := bytes.slice(0, 2000)
	for byte in start:
		if byte < 10 or byte == 0x1b or byte == 0x1f:
			return ""
	return start.get_string_from_utf8()


func bytes_md5(bytes: PackedByteArray) -> String:
	var hashing := HashingContext.new()
	hashing.start(HashingContext.HASH_MD5)
	if not bytes.is_empty():
		hashing.update(bytes)
	return hashing.finish().hex_encode()
