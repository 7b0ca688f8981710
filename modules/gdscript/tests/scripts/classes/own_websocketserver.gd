# A project's own names win over classes that only this engine has; without them the class is there.
class Outer:
	class WebSocketServer:
		func hello(): return "the project's own class"
	static func make() -> WebSocketServer: return WebSocketServer.new()
class Deriving extends Outer.WebSocketServer:
	pass
func run():
	print(Outer.make().hello())  # expect: the project's own class
	print(Deriving.new().hello())  # expect: the project's own class
	var native := WebSocketServer.new()
	print(native.get_class(), native is WebSocketServer)  # expect: WebSocketServertrue
