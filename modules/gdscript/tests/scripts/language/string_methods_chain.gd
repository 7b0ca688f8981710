# The language: string methods chain.
func run():
	print("a b c".split(" ").size(), " ".join(["x", "y"]), "abc".to_upper().to_lower().length())
	print("%s" % "abc".substr(0, 2), ("a" + "b").length(), "abc"[0].to_upper())
	print("{x}".format({x = "y"}).to_upper(), str(123).pad_zeros(5), "5".pad_decimals(2))
	print("a/b/c.txt".get_file(), "a/b/c.txt".get_base_dir(), "c.txt".get_extension(), "x".path_join("y"))
	print("abc".contains("b"), "abc".count("b"), "aXbX".find("X", 2), "abcabc".rfind("b"))
	print("test".md5_text(), "test".hash(), "a".to_ascii_buffer(), "ff".hex_to_int(), "0b11".bin_to_int())
	print("Hello"["H".length()], "tEST".capitalize(), "snake_case".to_camel_case(), "snake_case".to_pascal_case())
	print("1,2".split_floats(","), "abc".sha1_text().length(), "a\nb".c_escape(), "a b".uri_encode(), "%41".uri_decode())
	print("abc".is_valid_identifier(), "12".is_valid_int(), "1.5".is_valid_float(), "ab".similarity("ac"), "x<y".xml_escape())
	print("abc".left(2), "abc".right(1), "abc".erase(1), "abc".insert(1, "z"), "a  b".split(" ", false), "abc".lpad(5), "abc".rpad(5, "."))
# expect: 3x y3
# expect: ab2A
# expect: Y001235.00
# expect: c.txta/btxtx/y
# expect: true134
# expect: 098f6bcd4621d373cade4e832627b4f62090756197[97]2553
# expect: eT EstsnakeCaseSnakeCase
# expect: [1.0, 2.0]40a\nba%20bA
# expect: truetruetrue0.0x&lt;y
# expect: abcacazbc["a", "b"]  abcabc..
