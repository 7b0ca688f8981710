# What a property of a class that cannot be made itself is at first, in the classes below it.
func run():
	var area := Area2D.new()
	print(area.collision_layer, area.collision_mask, area.collision_priority, area.input_pickable) # expect: 111.0true
	area.free()
	var body := CharacterBody3D.new()
	print(body.collision_layer, body.collision_mask, body.input_ray_pickable) # expect: 11true
	body.free()
	var sprite := Sprite3D.new()
	print(sprite.modulate, sprite.alpha_scissor_threshold, sprite.layers, sprite.lod_bias) # expect: (1.0, 1.0, 1.0, 1.0)0.511.0
	sprite.free()
	print(StandardMaterial3D.new().albedo_color, CapsuleShape3D.new().margin) # expect: (1.0, 1.0, 1.0, 1.0)0.04
	var window := Window.new()
	print(window.scaling_3d_scale, window.gui_snap_controls_to_pixels, window.canvas_cull_mask) # expect: 1.0true4294967295
	window.free()
	var light := OmniLight3D.new()
	print(light.light_energy, light.light_volumetric_fog_energy, light.shadow_normal_bias) # expect: 1.01.01.0
	var scene := PackedScene.new()
	light.name = "Light"
	scene.pack(light)
	print(scene.get_state().get_node_property_count(0)) # expect: 0
	light.free()
	# Properties whose names have parts, and whose accessors are shared.
	var hinge := HingeJoint3D.new()
	hinge.set("angular_limit/upper", 1.25)
	hinge.set_param(HingeJoint3D.PARAM_LIMIT_LOWER, -0.5)
	hinge.set("angular_limit/enable", true)
	print(hinge.get_param(HingeJoint3D.PARAM_LIMIT_UPPER), hinge.get("angular_limit/lower"), hinge.get_flag(HingeJoint3D.FLAG_USE_LIMIT)) # expect: 1.25-0.5true
	print(hinge.get("angular_limit/relaxation"), hinge.get_flag(HingeJoint3D.FLAG_ENABLE_MOTOR)) # expect: 1.0false
	scene.pack(hinge)
	print(scene.get_state().get_node_property_count(0)) # expect: 3
	hinge.free()
	var space := AnimationNodeBlendSpace2D.new()
	space.set("blend_point_1/pos", Vector2(1, 2))
	print(space.get("blend_point_1/pos"), space.get("blend_point_0/pos")) # expect: (1.0, 2.0)(0.0, 0.0)
