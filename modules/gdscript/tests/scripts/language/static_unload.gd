# The language: static unload.
@static_unload
static var cache := {}
func run():
	cache.a = 1
	print(cache)
# expect: { &"a": 1 }
