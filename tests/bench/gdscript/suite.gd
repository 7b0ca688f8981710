# Small programs that measure the language. Prints "name microseconds" (the best of three runs each).
# Run it here and on another engine, and compare line by line: ENGINE --headless -s suite.gd
extends SceneTree

signal pinged(value)

class Body:
	var x := 0.0
	var y := 0.0
	var vx := 1.0
	var vy := 0.5
	func step(dt: float) -> void:
		x += vx * dt
		y += vy * dt
	func energy() -> float:
		return 0.5 * (vx * vx + vy * vy)

class Untyped:
	var n = 0
	func add(k):
		n += k
		return n

class Shape:
	func area() -> float:
		return 0.0

class Square extends Shape:
	var side := 2.0
	func area() -> float:
		return side * side

class Circle extends Shape:
	var radius := 1.0
	func area() -> float:
		return PI * radius * radius

var received := 0

func fib(n: int) -> int:
	if n < 2:
		return n
	return fib(n - 1) + fib(n - 2)

func fib_untyped(n):
	if n < 2:
		return n
	return fib_untyped(n - 1) + fib_untyped(n - 2)

func bench_fib() -> void:
	fib(24)

func bench_fib_untyped() -> void:
	fib_untyped(24)

func bench_loop_typed() -> void:
	var sum := 0
	for i in 1000000:
		sum += i & 255

func bench_loop_untyped() -> void:
	var sum = 0
	var i = 0
	while i < 500000:
		sum = sum + i * 2
		i += 1

func bench_float_math() -> void:
	var x := 0.5
	for i in 300000:
		x = x * 3.7 * (1.0 - x)

func bench_sieve() -> void:
	var limit := 100000
	var flags: Array[bool] = []
	flags.resize(limit + 1)
	flags.fill(true)
	var i := 2
	while i * i <= limit:
		if flags[i]:
			var j := i * i
			while j <= limit:
				flags[j] = false
				j += i
		i += 1

func bench_array_untyped() -> void:
	var list = []
	for i in 100000:
		list.append(i)
	var sum = 0
	for v in list:
		sum += v
	for i in list.size():
		list[i] = list[i] + 1

func bench_sort_custom() -> void:
	var list := []
	for i in 5000:
		list.append((i * 7919) % 10007)
	list.sort_custom(func(a, b): return a < b)

func bench_packed() -> void:
	var bytes := PackedByteArray()
	bytes.resize(100000)
	for i in bytes.size():
		bytes[i] = (i * 31) & 255
	var sum := 0
	for b in bytes:
		sum += b

func bench_dictionary() -> void:
	var counts := {}
	for i in 100000:
		var key := i % 1000
		counts[key] = counts.get(key, 0) + 1
	var sum := 0
	for key in counts:
		sum += counts[key]

func bench_dictionary_text() -> void:
	var d := {"alpha": 1, "beta": 2, "gamma": 3}
	var sum := 0
	for i in 100000:
		sum += d["alpha"] + d.beta + d["gamma"]

func bench_string_build() -> void:
	var text := ""
	for i in 20000:
		text += "item " + str(i) + ";"

func bench_format() -> void:
	for i in 20000:
		var _text := "%d: %s = %.2f" % [i, "name", i * 0.5]

func bench_properties() -> void:
	var body := Body.new()
	for i in 100000:
		body.x = body.x + body.vx
		body.y += 0.25

func bench_methods() -> void:
	var body := Body.new()
	var total := 0.0
	for i in 100000:
		body.step(0.01)
		total += body.energy()

func bench_methods_untyped() -> void:
	var object = Untyped.new()
	for i in 100000:
		object.add(i)

func bench_virtual_calls() -> void:
	var shapes: Array[Shape] = [Square.new(), Circle.new(), Square.new()]
	var total := 0.0
	for i in 30000:
		for shape in shapes:
			total += shape.area()

func bench_objects() -> void:
	var list := []
	for i in 20000:
		list.append(Body.new())

func on_pinged(value) -> void:
	received += value

func bench_signal() -> void:
	pinged.connect(on_pinged)
	for i in 50000:
		pinged.emit(1)
	pinged.disconnect(on_pinged)

func bench_lambda() -> void:
	var k := 3
	var f := func(x): return x * k
	var sum := 0
	for i in 100000:
		sum += f.call(i)

func bench_vectors() -> void:
	var p := Vector2(0, 0)
	var v := Vector2(1, 2)
	for i in 200000:
		p += v * 0.5
		if p.x > 100.0:
			p = Vector2(0, p.y * 0.5)

func bench_native_calls() -> void:
	var node := Node.new()
	for i in 100000:
		node.set_process_priority(i)
		var _p := node.get_process_priority()
	node.free()

func bench_utilities() -> void:
	var sum := 0.0
	for i in 200000:
		sum += absf(sin(i * 0.01)) + clampf(sum, 0.0, 1.0) + mini(i, 5)

func classify(v) -> int:
	match v:
		0:
			return 10
		1, 2:
			return 20
		"text":
			return 30
		[var a, _]:
			return a
		_:
			return 0

func bench_match() -> void:
	var sum := 0
	var list := [7, 8]
	for i in 40000:
		sum += classify(i % 4) + classify("text") + classify(list)

func bench_matrix() -> void:
	var n := 40
	var a := []
	var b := []
	for i in n:
		var row_a := []
		var row_b := []
		for j in n:
			row_a.append(float(i + j))
			row_b.append(float(i - j))
		a.append(row_a)
		b.append(row_b)
	var c := []
	for i in n:
		var row := []
		for j in n:
			var sum := 0.0
			for k in n:
				sum += a[i][k] * b[k][j]
			row.append(sum)
		c.append(row)

class Account:
	var _balance := 0
	var balance: int:
		get: return _balance
		set(value): _balance = value
	var doubled: int:
		get = get_doubled
	func get_doubled() -> int:
		return _balance * 2

func bench_accessors() -> void:
	var account := Account.new()
	var sum := 0
	for i in 50000:
		account.balance = i
		account.balance += 1
		sum += account.doubled

func add_up(a, b) -> int:
	return a + b

func bench_callables() -> void:
	var named := add_up
	var bound := add_up.bind(3)
	var by_name := Callable(self, "add_up")
	var sum := 0
	for i in 20000:
		sum += named.call(i, 1) + bound.call(i) + by_name.call(i, 2)
		sum += call("add_up", i, 4)

func bench_map_filter() -> void:
	var list := range(20000)
	var sum: int = list.map(func(x): return x * 2).filter(func(x): return x % 3 == 0).reduce(func(a, x): return a + x, 0)
	received = sum

func weigh(body: Body, shape: Shape) -> float:
	return body.energy() + shape.area()

func bench_object_arguments() -> void:
	var body := Body.new()
	var shape := Circle.new()
	var total := 0.0
	for i in 30000:
		total += weigh(body, shape)

func bench_native_objects() -> void:
	var parent := Node.new()
	var child := Node.new()
	for i in 20000:
		parent.add_child(child)
		if child.get_parent() == parent:
			parent.remove_child(child)
	child.free()
	parent.free()

func step_later() -> int:
	await pinged
	return 1

func wait_for_steps(count: int) -> void:
	for i in count:
		received += await step_later()

func bench_coroutines() -> void:
	wait_for_steps(10000)
	for i in 10000:
		pinged.emit(i)

func bench_json() -> void:
	var text := JSON.stringify({"name": "player", "position": [1.5, 2.5], "items": ["sword", "shield"], "level": 7})
	for i in 4000:
		var data: Dictionary = JSON.parse_string(text)
		data["level"] = i
		text = JSON.stringify(data)

func bench_text() -> void:
	var words := PackedStringArray()
	for i in 5000:
		words.append("w%d" % (i % 100))
	var text := " ".join(words)
	var count := 0
	for word in text.split(" "):
		if word.begins_with("w1") and word.length() > 2:
			count += word.to_int() + word.substr(1, 1).to_int()
	received = count + text.find("w99") + text.to_upper().count("W")

func bench_dynamic_members() -> void:
	var v = Vector2(1, 2)
	var d := {"x": 1.0, "y": 2.0}
	var sum := 0.0
	for i in 50000:
		sum += v.x + d.x
		d.y = sum
		v.y = sum

func _init() -> void:
	for method in get_method_list():
		var name: String = method.name
		if not name.begins_with("bench_"):
			continue
		var best := 1 << 60
		for round in 3:
			var start := Time.get_ticks_usec()
			call(name)
			best = mini(best, Time.get_ticks_usec() - start)
		print(name.trim_prefix("bench_"), " ", best)
	quit()
