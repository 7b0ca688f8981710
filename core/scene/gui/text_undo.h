// TextUndo: what was inserted and removed, in groups that are undone together.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"

struct TextPlace {
	int line = 0;
	int column = 0;
	bool operator==(const TextPlace &p_other) const { return line == p_other.line && column == p_other.column; }
	bool operator<(const TextPlace &p_other) const { return line < p_other.line || (line == p_other.line && column < p_other.column); }
};

struct TextCaret {
	TextPlace at;
	TextPlace origin; // Of its selection; the same place where nothing is selected.
	// Where in a line it wants to be, as TextEdit::visual_column(), though the line that it is in may be too short; only while it is at wanted_at.
	int wanted = 0;
	TextPlace wanted_at = { -1, 0 };
	bool ignored = false; // Came or was moved during an edit of several carets, which passes it over.
	bool has_selection() const { return !(at == origin); }
	TextPlace begin() const { return origin < at ? origin : at; }
	TextPlace end() const { return origin < at ? at : origin; }
};

class TextUndo {
public:
	struct Change {
		bool inserted = false; // Else removed.
		TextPlace from;
		TextPlace to;
		String text;
	};
	struct Step {
		LocalVector<Change> changes;
		LocalVector<TextCaret> before;
		LocalVector<TextCaret> after;
		int64_t version = 0; // Of the text after it.
		int64_t bytes = 0; // What keeping it costs.
	};

	// Changes between belong to one step; nests.
	void begin(const LocalVector<TextCaret> &p_carets);
	void end(const LocalVector<TextCaret> &p_carets);
	void record(const Change &p_change);
	bool has_undo() const { return done > 0; }
	bool has_redo() const { return done < int(steps.size()); }
	// The step to take back or to do again, which then counts as such. Null if there is none, or inside of a step.
	const Step *undo();
	const Step *redo();
	void clear();
	int64_t get_version() const { return version; }
	int64_t get_bytes() const { return bytes; } // Of all steps. Above MOST_BYTES only where the last step alone is.

	static constexpr int MOST_STEPS = 1024;
	static constexpr int64_t MOST_BYTES = 16 * 1024 * 1024;

private:
	static int64_t bytes_of(const Step &p_step);
	void forget_oldest();

	LocalVector<Step> steps;
	int64_t bytes = 0;
	int done = 0; // How many of them are in the text.
	int depth = 0;
	Step open;
	int64_t version = 0;
	int64_t oldest_version = 0; // Of the text before all steps.
	int64_t last_version = 0; // Given to a step.
};
