# Every way of marking a method, every target, every type of argument.
extends "peer_base.gd"

var board: Board


class Board extends Node:
	signal answered

	func log_call(method: String, value: Variant = null) -> void:
		var tree := get_tree()
		tree.say("%s(%s) from %s" % [method, "" if value == null else str(value), tree.name_of(multiplayer.get_remote_sender_id())])

	@rpc func plain(v = null): log_call("plain", v)
	@rpc("any_peer") func any(v = null): log_call("any", v)
	@rpc("any_peer", "call_local") func any_local(v = null): log_call("any_local", v)
	@rpc("call_local") func authority_local(v = null): log_call("authority_local", v)
	@rpc("any_peer", "unreliable") func any_unreliable(v = null): log_call("any_unreliable", v)
	@rpc("any_peer", "unreliable_ordered", "call_local", 3) func any_ordered(v = null): log_call("any_ordered", v)
	@rpc("reliable", "call_remote", "authority", 7) func authority_channel(v = null): log_call("authority_channel", v)
	@rpc("any_peer") func typed(a: int, b: String = "default", c := [1]): log_call("typed", [a, b, c])
	@rpc("any_peer") func many(a, b, c, d, e, f, g, h, i, j): log_call("many", [a, b, c, d, e, f, g, h, i, j])
	@rpc("any_peer") func value(v): log_call("value", type_string(typeof(v)) + " " + (var_to_str(v) if not (v is Object or v is Callable or v is Signal) else ""))
	@rpc("any_peer") func answer(v): log_call("answer", v); back.rpc_id(multiplayer.get_remote_sender_id(), v)
	@rpc("any_peer") func back(v): log_call("back", v); answered.emit()
	func unmarked(v = null): log_call("unmarked", v)
	func configured(v = null): log_call("configured", v)


func prepare() -> void:
	board = Board.new()
	board.name = "Board"
	board.rpc_config("configured", {"rpc_mode": MultiplayerAPI.RPC_MODE_ANY_PEER, "call_local": true, "channel": 2})
	root.add_child(board)
	var deep: Node = board
	for part in ["a", "ž ř", "c"]:
		var child := Board.new()
		child.name = part
		deep.add_child(child)
		deep = child


func play() -> void:
	await meet()
	await take_turns(call_everything)
	await take_turns(func():
		board.get_node(^"a").set_multiplayer_authority(id_of("a"), false)
		board.any_local.rpc("authority of a moves")
	)
	board.get_node(^"a").set_multiplayer_authority(id_of("a"), false)
	await take_turns(func():
		board.get_node(^"a").plain.rpc(my_name)
		board.get_node(^"a").authority_local.rpc(my_name)
	)
	await take_turns(send_values)
	await leave()


func call_everything() -> void:
	for method in ["plain", "any", "any_local", "authority_local", "any_unreliable", "any_ordered", "authority_channel", "configured", "unmarked", "missing"]:
		say("%s to all: %d" % [method, board.rpc(method, 1)])
		for target in others():
			say("%s to %s: %d" % [method, target, board.rpc_id(id_of(target), method, 2)])
			say("%s to all but %s: %d" % [method, target, board.rpc_id(-id_of(target), method, 3)])
		say("%s to myself: %d" % [method, board.rpc_id(id_of(my_name), method, 4)])
	board.get_node(^"a/ž ř/c").any_local.rpc("deep")
	board.typed.rpc(5)
	board.typed.rpc(5, "b", {})
	board.typed.rpc("x")
	board.typed.rpc()
	board.many.rpc(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	board.any.rpc(1, 2, 3)
	for target in others():
		board.answer.rpc_id(id_of(target), "to " + target)
		await board.answered
	for i in 20:
		board.any.rpc_id(id_of(others()[0]), i)


func send_values() -> void:
	var typed_array: Array[Vector2i] = [Vector2i(1, 2)]
	var typed_dictionary: Dictionary[String, int] = {"a": 1}
	var values := [
		true, false, 0, -1, 127, 128, -128, -129, 32767, 32768, -32768, -32769, 2147483647, 2147483648, -2147483648, -2147483649, 9223372036854775807,
		0.0, 0.1, 0.5, -1e300, INF, "", "text", "ž😀", Vector2(1, 2), Vector2i(1, -2), Rect2(1, 2, 3, 4), Rect2i(1, 2, 3, 4), Vector3(1, 2, 3), Vector3i(1, 2, 3),
		Transform2D(1.0, Vector2(2, 3)), Vector4(1, 2, 3, 4), Vector4i(1, 2, 3, 4), Plane(1, 0, 0, 4), Quaternion(0, 0, 0, 1), AABB(Vector3(1, 2, 3), Vector3(4, 5, 6)), Basis(), Transform3D(),
		Projection(), Color(0.5, 0.25, 1, 0), &"name", ^"a/b:c", RID(), board, board.any, {}, {"a": [1, {}], 2: null}, [], [1, "a", [true]], typed_array, typed_dictionary,
		PackedByteArray([1, 2]), PackedByteArray(range(200)), PackedInt32Array([1]), PackedInt64Array([1 << 40]), PackedFloat32Array([0.5]), PackedFloat64Array([0.1]),
		PackedStringArray(["a", "ž"]), PackedVector2Array([Vector2(1, 2)]), PackedVector3Array([Vector3(1, 2, 3)]), PackedColorArray([Color(1, 0, 0)]), PackedVector4Array([Vector4(1, 2, 3, 4)]),
	]
	for each in values:
		board.value.rpc(each)
		board.many.rpc(each if not (each is Object or each is Callable) else 0, 1, true, 0, 0, 0, 0, 0, 0, -200)
