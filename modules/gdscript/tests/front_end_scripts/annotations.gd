# Annotations and what they stand on.
extends Node
@export var a: int
@export var b: RefCounted # expect error: cannot be exported
@export var c # expect error: needs a type
@export_range(0, 5) var d: String # expect error: does not fit
@export_flags("A:0") var e: int # expect error: between 1
@export static var f := 1 # expect error: static
@onready @export var g = 1 # expect error: onready_with_export
@rpc("any_peer", "authority") func h(): pass # expect error: contradicts
@warning_ignore("nope") var i = 1 # expect error: There is no warning
var j = $A # expect error: get_node_default_without_onready
@onready var k = $A
