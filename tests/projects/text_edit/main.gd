# TextEdit as data: editing with several carets, selections, undo, search, and the order of its signals.
extends Node
var L := []
func p(id, v): print(id, " = ", str(v).c_escape())
func tk():
	var l = L
	L = []
	return l
func _ready(): run()
func st(t):
	var c := []
	for i in t.get_caret_count(): c.append([t.get_caret_line(i), t.get_caret_column(i), t.has_selection(i), t.get_selected_text(i)])
	return [t.text, c]
func mk(s):
	var t := TextEdit.new()
	get_tree().root.add_child(t)
	t.text = s
	t.text_changed.connect(func(): L.append("changed"))
	t.text_set.connect(func(): L.append("set"))
	t.lines_edited_from.connect(func(a, b): L.append([a, b]))
	t.caret_changed.connect(func(): L.append("caret"))
	return t
func run():
	await get_tree().process_frame
	var t = mk("one\ntwo\nthree"); await get_tree().process_frame; tk()
	t.insert_text_at_caret("X"); p("ins_now", tk()); await get_tree().process_frame; p("ins_frame", [tk(), st(t)])
	t.set_caret_line(2); t.set_caret_column(5); p("caret_now", tk()); await get_tree().process_frame; p("caret_frame", [tk(), st(t)])
	t.backspace(); p("bs", [st(t), tk()])
	t.set_caret_column(0); t.backspace(); p("bs_join", [st(t), tk()])
	t.undo(); p("undo1", [st(t), tk()]); t.undo(); p("undo2", [st(t)]); t.undo(); p("undo3", [st(t), t.has_undo(), t.has_redo()]); t.redo(); p("redo1", st(t)); t.redo(); p("redo2", st(t))
	t.begin_complex_operation(); t.insert_text_at_caret("a"); t.insert_text_at_caret("b"); t.end_complex_operation(); p("cx", st(t)); t.undo(); p("cx_undo", st(t))
	t.tag_saved_version(); p("ver", [t.get_version() == t.get_saved_version()]); t.insert_text_at_caret("q"); p("ver2", t.get_version() == t.get_saved_version())
	t.free()
	t = mk("hello world foo"); await get_tree().process_frame; tk()
	t.set_caret_column(8); p("word", [t.get_word_under_caret(), t.get_word(0, 3) if t.has_method("get_word") else ""]); t.select_word_under_caret(); p("selword", st(t))
	t.cut(); await get_tree().process_frame; p("cut", [st(t), tk()])
	t.select_all(); p("all", st(t)); t.delete_selection(); p("del", st(t))
	t.text = "a\nb\nc\nd"; t.remove_line_at(1); p("rml", st(t)); t.insert_line_at(1, "new"); p("insl", st(t)); t.swap_lines(0, 2); p("swap", st(t)); t.set_line(0, "zz\nyy"); p("setl", st(t))
	t.remove_text(0, 1, 1, 1); p("rmt", st(t))
	t.insert_text("in\nsert", 0, 1); p("inst", st(t))
	t.editable = false; t.insert_text_at_caret("NO"); p("ro_ins", st(t)); t.backspace(); p("ro_bs", st(t)); t.editable = true
	t.clear(); p("clear", [st(t), t.has_undo()]); t.undo(); p("clear_undo", st(t))
	t.text = "abc\ndef"; t.set_caret_line(1); t.set_caret_column(1); t.add_caret(0, 2); p("two", st(t)); t.insert_text_at_caret("-"); p("two_ins", st(t)); t.backspace(); p("two_bs", st(t))
	p("addbad", [t.add_caret(0, 2), t.add_caret(5, 5), t.get_caret_count()]); t.remove_caret(1); p("rmc", st(t)); t.add_caret(0, 0); t.merge_overlapping_carets(); p("merge", st(t)); t.remove_secondary_carets(); p("sec", st(t))
	t.text = "abc def abc\nABC abc"; p("search", [t.search("abc", 0, 0, 0), t.search("abc", 0, 0, 1), t.search("abc", TextEdit.SEARCH_MATCH_CASE, 0, 9), t.search("abc", TextEdit.SEARCH_BACKWARDS, 0, 3), t.search("abc", TextEdit.SEARCH_WHOLE_WORDS, 1, 5), t.search("zz", 0, 0, 0), t.search("def", TextEdit.SEARCH_BACKWARDS, 1, 0)])
	t.set_caret_line(1); t.set_caret_column(4); t.start_action(TextEdit.ACTION_TYPING); t.insert_text_at_caret("x"); t.insert_text_at_caret("y"); t.end_action(); t.undo(); p("action", st(t))
	t.select(0, 5, 0, 2); p("sel_rev", [st(t), t.get_selection_from_column(), t.get_selection_to_column(), t.get_selection_origin_column(), t.is_caret_after_selection_origin(), t.get_selection_origin_line()])
	t.insert_text_at_caret("R"); p("sel_repl", st(t)); t.undo(); p("sel_undo", st(t))
	t.set_caret_line(-3); p("cl_neg", st(t)); t.set_caret_column(-3); p("cc_neg", st(t))
	t.text = "x"; t.text = ""; p("empty", [st(t), t.get_line_count()])
	t.insert_text_at_caret("a\r\nb\tc"); p("crlf", st(t))

	t.menu_option(TextEdit.MENU_SELECT_ALL); p("menu_all", st(t)); t.menu_option(TextEdit.MENU_CLEAR); p("menu_clear", st(t)); t.menu_option(TextEdit.MENU_UNDO); p("menu_undo", st(t))
	t.free()
	more()
	get_tree().quit()
func more():
	var t = mk("foo bar Foo\nbar foo\nzz")
	for c in [0,1,2,3,4,5,6,7]: p("bw%d" % c, [t.search("bar", 4, 1, c), t.search("foo", 4, 1, c), t.search("foo", 0, 1, c)])
	for c in [0,4,8,9,10,11]: p("bx%d" % c, [t.search("foo", 4, 0, c), t.search("foo", 5, 0, c), t.search("oo", 2, 0, c), t.search("foo", 2, 0, c)])
	t.set_caret_line(0); t.set_caret_column(5); t.insert_line_at(0, "new"); p("il0", st(t)); t.remove_line_at(0); p("rl0", st(t)); t.set_caret_line(2); t.set_caret_column(2); t.remove_line_at(2); p("rl_last", st(t))
	t.set_caret_line(0); t.set_caret_column(5); t.set_line(0, "x"); p("sl", st(t)); t.insert_text("QQ", 0, 1); p("it_at", st(t)); t.insert_text("W", 0, 0); p("it_before", st(t)); t.remove_text(0, 0, 0, 2); p("rt_in", st(t))
	t.text = "one two\nthree"; t.set_caret_column(3); p("wuc", [t.get_word_under_caret()]); t.set_caret_column(4); p("wuc2", [t.get_word_under_caret()]); t.cut(); p("cut_line", st(t)); t.undo(); p("cut_undo", st(t))
	t.deselect(); t.select(0, 1, 1, 2); p("multi_sel", [st(t), t.get_selection_from_line(), t.get_selection_from_column(), t.get_selection_to_line(), t.get_selection_to_column()]); t.backspace(); p("multi_bs", st(t)); t.undo(); p("multi_undo", st(t))
	t.deselect(); t.set_caret_line(1); t.set_caret_column(5); t.set_caret_line(0); p("colkeep", st(t)); t.set_caret_line(1); p("colkeep2", st(t))
	t.select_all(); p("sa", st(t))
	t.begin_multicaret_edit(); t.end_multicaret_edit(); p("sorted", [t.get_sorted_carets()])
	t.free()
