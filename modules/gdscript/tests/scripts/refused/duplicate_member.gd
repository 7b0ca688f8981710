# Two members of one name.
var a
var a  # expect refused: a
