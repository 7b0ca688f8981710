# Who first collects five coins wins. The server moves everybody, ten times a second, as they have asked; clients see the positions it sends.
extends Node

const SIZE := 12
const COINS_TO_WIN := 5
const STEP := 0.1 # Seconds.

signal over(who: String)

var positions := {} # By peer id.
var coins := {} # How many each has.
var coin := Vector2i.ZERO
var winner := ""
var wishes := {} # On the server: the direction that each has asked for.
var running := false
var since_step := 0.0
var random := RandomNumberGenerator.new()

@onready var lobby: Node = get_parent()


func start() -> void:
	running = true
	coin = Vector2i(random.randi_range(0, SIZE - 1), random.randi_range(0, SIZE - 1))


func add_player(id: int) -> void:
	positions[id] = Vector2i(random.randi_range(0, SIZE - 1), random.randi_range(0, SIZE - 1))
	coins[id] = 0


func remove_player(id: int) -> void:
	positions.erase(id)
	coins.erase(id)
	wishes.erase(id)


func _process(delta: float) -> void:
	if not running:
		return
	since_step += delta
	if since_step >= STEP:
		since_step = minf(since_step - STEP, STEP)
		step()


func step() -> void:
	for id in wishes:
		positions[id] = (positions[id] + wishes[id]).clamp(Vector2i.ZERO, Vector2i(SIZE - 1, SIZE - 1))
		if positions[id] == coin:
			coins[id] += 1
			coin = Vector2i(random.randi_range(0, SIZE - 1), random.randi_range(0, SIZE - 1))
			if coins[id] >= COINS_TO_WIN:
				running = false
				winner = lobby.players[id]
				print("%s wins." % winner)
	wishes.clear()
	for id in positions:
		show_state.rpc_id(id, positions, coin)
		if winner != "":
			show_winner.rpc_id(id, winner)


# A client says where it wants to go; one step, whatever it sends, and only the last wish before each step counts.
@rpc("any_peer", "unreliable_ordered")
func move(direction: Vector2i) -> void:
	var id := multiplayer.get_remote_sender_id()
	if multiplayer.is_server() and positions.has(id):
		wishes[id] = direction.clamp(Vector2i(-1, -1), Vector2i(1, 1))


@rpc("authority", "unreliable_ordered")
func show_state(all: Dictionary, where: Vector2i) -> void:
	positions = all
	coin = where


@rpc("authority", "reliable")
func show_winner(who: String) -> void:
	winner = who
	over.emit(who)
