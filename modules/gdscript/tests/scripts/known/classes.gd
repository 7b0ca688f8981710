# Classes that the engine only knows by name: typed, extended, made, and their members checked.
class Player extends CharacterBody2D:
	@onready var sprite: Sprite2D = $Sprite
	func speed() -> float:
		return velocity.length()

class Plugin extends EditorPlugin:
	func _has_main_screen() -> bool:
		return true

func give(texture: Texture2D) -> Texture2D:
	return texture

func run():
	var window := (Engine.get_main_loop() as SceneTree).root if Engine.get_main_loop() else null
	var title := window.title if window else "" # The type of a property is what its getter gives.
	print(title is String) # expect: true
	var player := Player.new()
	var sprite := Sprite2D.new()
	sprite.name = "Sprite"
	player.add_child(sprite)
	player.velocity = Vector2(3, 4)
	print(player.speed()) # expect: 5.0
	print(player is CharacterBody2D, player is Node2D, player.get_class()) # expect: truetrueCharacterBody2D
	sprite.flip_h = true
	print(sprite.flip_h, sprite.centered, sprite.get_child_count()) # expect: truetrue0
	var image := ImageTexture.new()
	print(give(image) == image) # expect: true
	var mode := AnimationPlayer.AnimationProcessCallback.ANIMATION_PROCESS_MANUAL
	print(mode, " ", CharacterBody2D.MOTION_MODE_FLOATING) # expect: 2 1
	print(sprite.get_rect()) # expect error: Sprite2D.get_rect needs the renderer, which Estragon does not have
	# expect: [P: (0.0, 0.0), S: (0.0, 0.0)]
	print(sprite.get_rect()) # expect: [P: (0.0, 0.0), S: (0.0, 0.0)]
	print(ENetMultiplayerPeer.new().create_server(1) == ERR_UNAVAILABLE) # expect error: ENetMultiplayerPeer.create_server needs the ENet library
	# expect: true
	sprite.frame_changed.connect(func(): print("changed"))
	sprite.frame_changed.emit() # expect: changed
	print(Engine.has_singleton("NavigationServer2D"), OS.has_feature("estragon")) # expect: truetrue
	var anything: Variant = sprite
	anything.hframes = 7
	print(anything.hframes, " ", anything.get_hframes()) # expect: 7 7
	player.free()
