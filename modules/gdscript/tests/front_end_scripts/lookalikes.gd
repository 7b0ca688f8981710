# Names with letters of other alphabets, which must not look like keywords.
var имя := 2
var größe := 3
var truе := 1
var fоr := 1 # expect error: looks like "for"
