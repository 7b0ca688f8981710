# The language: global functions.
func run():
	print(len([1, 2]), len("abc"), len({a = 1}), str(1, 2), char(65), ord("A"))
	print(type_exists("Node"), is_instance_of(self, RefCounted), is_instance_of(1, TYPE_INT))
	print(var_to_str({a = [1, 2.0, "s"]}), str_to_var("[1, 2]"), var_to_bytes(1).size())
	print(is_instance_valid(self), is_instance_id_valid(get_instance_id()))
	print(lerp(1.0, 3.0, 0.5), inverse_lerp(0, 10, 5), remap(5, 0, 10, 0, 100), wrapi(7, 0, 5), wrapf(5.5, 0, 5), pingpong(7, 5), move_toward(0, 10, 3))
	print(deg_to_rad(180), rad_to_deg(PI), sin(0), cos(0), sqrt(16), pow(2, 3), exp(0), log(1), atan2(1, 1))
	print(nearest_po2(5), step_decimals(0.01), is_zero_approx(0.0), fposmod(-1.0, 3.0), ease(0.5, 2))
	print(hash("a"), hash(1), error_string(ERR_BUSY), weakref(self).get_ref() == self)
	print(Color8(255, 0, 0), convert("5", TYPE_INT), type_convert(5.7, TYPE_INT), ResourceLoader.exists("x"))
	print(typeof(Callable()), Callable().is_null(), Signal().is_null(), print_debug is Callable)
	print(max(1, 2), maxi(1, 2), mini(3, 2), clampf(5.0, 0, 1), absi(-2), roundi(2.5), ceili(1.1), floori(1.9))
# expect: 23112A65
# expect: truetruetrue
# expect: {
# expect: &"a": [1, 2.0, "s"]
# expect: }[1, 2]8
# expect: truetrue
# expect: 2.00.550.020.53.03.0
# expect: 3.14159265358979180.00.01.04.08.01.00.00.78539816339745
# expect: 82true2.00.25
# expect: 177670357654460Busytrue
# expect: (1.0, 0.0, 0.0, 1.0)55false
# expect: 25truetruetrue
# expect: 2221.02321
