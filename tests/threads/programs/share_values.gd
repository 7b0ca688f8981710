extends SceneTree
# Values of every kind go from thread to thread; each keeps what it took.
# expect: total 4000
# expect: deferred 400
var lock := Mutex.new()
var shared := {}
var deferred := 0

func count_up() -> void:
	deferred += 1

func work(who: int) -> int:
	var sum := 0
	for i in 1000:
		var name := StringName("name_%d" % (i % 50))
		var values := [name, "text %d" % i, PackedInt32Array([i]), { "who": who }]
		lock.lock()
		shared[name] = values
		var copy: Array = shared[name].duplicate(true)
		lock.unlock()
		sum += 1 if copy[3].who == who and str(i) in copy[1] else 0
		if i % 10 == 0:
			count_up.call_deferred()
	return sum

func _initialize() -> void:
	var threads := []
	for i in 4:
		var thread := Thread.new()
		thread.start(work.bind(i))
		threads.append(thread)
	var total := 0
	for thread in threads:
		total += thread.wait_to_finish()
	print("total ", total)
	await process_frame
	print("deferred ", deferred)
	quit()
