# The language: extended rel.
extends "d2_libbase.gd"
func run(): print(BASE_K)
# expect refused: There is no script "
# expect refused: There is no "BASE_K" here.
