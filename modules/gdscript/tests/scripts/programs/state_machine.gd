# A state machine of callables.
enum State { IDLE, RUN, DONE }
var state := State.IDLE
var steps := {State.IDLE: start, State.RUN: work}
var n := 0
func start(): state = State.RUN
func work():
	n += 1
	if n == 3:
		state = State.DONE
func run():
	while state != State.DONE:
		steps[state].call()
	print(n, " ", State.keys()[state])  # expect: 3 DONE
