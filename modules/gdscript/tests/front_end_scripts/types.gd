# What fits into typed places.
enum E { A, B }
var i: int = 1.5
var s: String = 1 # expect error: cannot be in "s"
var n: Node = null
var m: int = null # expect error: cannot be in "m"
var e: E = 1
var t: Array[int] = ["x"] # expect error: cannot be in "Array[int]"
var d: Dictionary[String, int] = { 1: 1 } # expect error: cannot be in "Dictionary[String, int]"
var u: Nope # expect error: There is no type "Nope"
