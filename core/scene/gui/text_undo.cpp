// Steps that can be taken back, the oldest forgotten first.
#include "core/scene/gui/text_undo.h"

void TextUndo::begin(const LocalVector<TextCaret> &p_carets) {
	if (depth++ == 0) {
		open = Step();
		open.before = p_carets;
	}
}

void TextUndo::end(const LocalVector<TextCaret> &p_carets) {
	if (depth == 0 || --depth > 0 || open.changes.is_empty()) {
		return;
	}
	steps.resize(done);
	open.after = p_carets;
	open.version = version = ++last_version;
	steps.push_back(open);
	if (int(steps.size()) > MOST_STEPS) {
		oldest_version = steps[0].version;
		steps.remove_at(0);
	}
	done = steps.size();
	open = Step();
}

void TextUndo::record(const Change &p_change) {
	open.changes.push_back(p_change);
}

const TextUndo::Step *TextUndo::undo() {
	if (done == 0 || depth > 0) {
		return nullptr;
	}
	done--;
	version = done > 0 ? steps[done - 1].version : oldest_version;
	return &steps[done];
}

const TextUndo::Step *TextUndo::redo() {
	if (done >= int(steps.size()) || depth > 0) {
		return nullptr;
	}
	version = steps[done].version;
	return &steps[done++];
}

void TextUndo::clear() {
	oldest_version = version;
	steps.clear();
	done = 0;
}
