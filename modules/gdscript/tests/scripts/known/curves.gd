# Paths of Bezier curves. The numbers are those of the stock engine.
func run():
	var c := Curve2D.new()
	c.add_point(Vector2(0, 0), Vector2(), Vector2(50, 0))
	c.add_point(Vector2(100, 100), Vector2(0, -50), Vector2(0, 20))
	c.add_point(Vector2(30, 150), Vector2(10, 0), Vector2(0, 20))
	print(c.get_baked_points().size(), " ", c.get_baked_points()[1], c.get_baked_points()[58]) # expect: 60 (4.685974, 0.144958)(32.43408, 149.6582)
	print(c.sample_baked(37.3), c.sample_baked(37.3, true)) # expect: (36.07096, 8.310133)(36.07545, 8.296331)
	print(c.sample_baked_with_rotation(100)) # expect: [X: (0.558652, 0.829402), Y: (-0.829402, 0.558652), O: (83.06998, 48.64225)]
	print(c.get_closest_point(Vector2(60, 30)), snappedf(c.get_closest_offset(Vector2(60, 30)), 0.0001)) # expect: (63.3458, 26.20664)70.0422
	print(c.sample(0, 0.3), c.sample(2, 0.5), c.samplef(1.25), c.samplef(-1), c.samplef(NAN)) # expect: (43.65, 12.15)(30.0, 150.0)(90.46875, 116.25)(0.0, 0.0)(0.0, 0.0)
	print(c.tessellate(2, 20)) # expect: [(0.0, 0.0), (36.71875, 8.59375), (68.75, 31.25), (91.40625, 63.28125), (100.0, 100.0), (97.40234, 107.8906), (90.46875, 116.25), (68.75, 132.5), (30.0, 150.0)]
	print(c.tessellate_even_length(3, 40).size(), " ", c.tessellate().size(), " ", c.tessellate(100).size() < 5000000) # expect: 9 33 true
	var file := "user://golden_curve.tres"
	ResourceSaver.save(c, file)
	var read: Curve2D = load(file)
	print(read.get_baked_points() == c.get_baked_points(), read.get("point_1/in")) # expect: true(0.0, -50.0)
	DirAccess.remove_absolute(file)
	var d := Curve3D.new()
	for point in [Vector3(0, 0, 0), Vector3(10, 0, 0), Vector3(10, 10, 0), Vector3(10, 10, 10)]:
		d.add_point(point)
	d.bake_interval = 5
	print(d.get_baked_up_vectors()[2], d.get_baked_up_vectors()[3], d.get_baked_length()) # expect: (0.0, 1.0, 0.0)(-1.0, 0.0, 0.0)30.0
	print(d.sample_baked_with_rotation(12)) # expect: [X: (0.0, 0.0, 1.0), Y: (-0.587785, 0.809017, 0.0), Z: (-0.809017, -0.587785, 0.0), O: (10.0, 2.0, 0.0)]
	d.set_point_tilt(1, 1)
	print(d.get_baked_tilts()[1], d.get_point_tilt(1)) # expect: 0.51.0
	d.closed = true
	print(d.sample(3, 0.5), d.get_baked_points()[-1]) # expect: (5.0, 5.0, 5.0)(0.0, 0.0, 0.0)
	d._set_data({ "points": PackedVector3Array([Vector3(), Vector3(), Vector3(1, 2, 3)]), "tilts": PackedFloat32Array() })
	print(d.get_point_position(0), d.get_point_tilt(0)) # expect: (1.0, 2.0, 3.0)0.0
	var broken := Curve3D.new()
	for point in [Vector3(NAN, INF, 1), Vector3(1e38, -1e38, 1), Vector3(1, 1, 1)]:
		broken.add_point(point, Vector3.ONE, Vector3(1e38, 0, 0))
	print(broken.get_baked_up_vectors().size() == broken.get_baked_points().size(), broken.sample_baked_with_rotation(1, true, true).basis) # expect: true[X: (1.0, 0.0, 0.0), Y: (0.0, 1.0, 0.0), Z: (0.0, 0.0, 1.0)]
	var image := Image.create_empty(4, 3, false, Image.FORMAT_RGBA8)
	image.set_pixel(1, 1, Color.RED)
	var texture := ImageTexture.create_from_image(image)
	image.set_pixel(1, 1, Color.BLUE)
	print(texture.get_size(), texture.get_format(), texture.has_alpha(), texture.get_image().get_pixel(1, 1)) # expect: (4.0, 3.0)5true(1.0, 0.0, 0.0, 1.0)
	texture.update(image)
	texture.set_size_override(Vector2i(10, 0))
	print(texture.get_size(), texture.get_image().get_pixel(1, 1)) # expect: (10.0, 3.0)(0.0, 0.0, 1.0, 1.0)
	var kept := "user://golden_texture.tres"
	ResourceSaver.save(texture, kept)
	print(load(kept).get_size()) # expect: (4.0, 3.0)
	DirAccess.remove_absolute(kept)
