# Who uses the result of a call that waits, and does not wait, ends. Only asking the engine for a call gives its state.
signal go

class Base:
	func value(): return 1
	func forward(other): return other.wait() # expect error: Trying to call an async function without "await".
	func forward_well(other): return await other.wait()

class Waits extends Base:
	var signals
	func _init(s): signals = s
	func wait():
		await signals
		return 5
	func value():
		await signals
		return 6

func make():
	var made: Variant = Waits.new(go)
	return made

func by_name():
	var r = make().wait() # expect error: Trying to call an async function without "await".
	print("no ", r)
func overridden():
	var base: Base = make()
	var r = base.value() # expect error: Trying to call an async function without "await".
	print("no ", r)
func lambda():
	var f := func():
		await go
		print("lambda goes on")
		return 1
	var r = f.call() # expect error: Trying to call an async function without "await".
	print("no ", r)
func by_callable():
	print(make().wait.call()) # expect error: Trying to call an async function without "await".
func by_callv():
	var waits = make()
	var c: Callable = waits.wait
	print(c.callv([])) # expect error: Trying to call an async function without "await".
func by_call_of_object():
	print(make().call("wait")) # expect error: Trying to call an async function without "await".
func in_condition():
	if make().wait(): # expect error: Trying to call an async function without "await".
		print("no")

func waiting():
	await go
	return 7

func run():
	print(Base.new().forward(make())) # expect: <null>
	by_name(); overridden(); lambda(); by_callable(); by_callv(); by_call_of_object(); in_condition()
	make().wait() # Used nowhere.
	print(call("waiting") != null, callv("waiting", []) != null) # expect: truetrue
	var well = func(): print(await Base.new().forward_well(make()))
	well.call()
	print([1].map(func(_x):
		await go
		return 2
	)[0] is Object) # expect: true
	go.emit()
	# expect: lambda goes on
	# expect: 5
	print("end") # expect: end
