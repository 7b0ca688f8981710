# Constants, conversions and signatures: const string stringname.
const C: StringName = "a"
func run(): print(typeof(C))
# expect: 21
