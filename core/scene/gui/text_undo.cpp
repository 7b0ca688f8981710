// Steps that can be taken back, the oldest forgotten first.
#include "core/scene/gui/text_undo.h"

#include <utility>

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
	while (int(steps.size()) > done) {
		bytes -= steps[steps.size() - 1].bytes;
		steps.resize(steps.size() - 1);
	}
	open.after = p_carets;
	open.version = version = ++last_version;
	open.bytes = bytes_of(open);
	bytes += open.bytes;
	steps.push_back(std::move(open));
	open = Step();
	forget_oldest();
	done = int(steps.size());
}

int64_t TextUndo::bytes_of(const Step &p_step) {
	int64_t sum = int64_t(sizeof(Step) + (p_step.before.size() + p_step.after.size()) * sizeof(TextCaret));
	for (const Change &change : p_step.changes) {
		sum += int64_t(sizeof(Change)) + change.text.length() * int64_t(sizeof(char32_t));
	}
	return sum;
}

void TextUndo::forget_oldest() {
	uint32_t count = 0;
	while (count + 1 < steps.size() && (int(steps.size() - count) > MOST_STEPS || bytes > MOST_BYTES)) {
		oldest_version = steps[count].version;
		bytes -= steps[count].bytes;
		count++;
	}
	if (count == 0) {
		return;
	}
	for (uint32_t i = count; i < steps.size(); i++) {
		steps[i - count] = std::move(steps[i]);
	}
	steps.resize(steps.size() - count);
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
	bytes = 0;
	done = 0;
}
