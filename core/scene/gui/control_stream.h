// ControlStream: the controls of a tree as texts for a viewer elsewhere, and what people do there back. It knows no transport.
#pragma once

#include "core/scene/gui/control_mirror.h"
#include "core/scene/gui/shown_values.h"
#include "core/variant/array.h"
#include "core/variant/dictionary.h"

// Commands: once a frame in which something changed one text, a JSON array of arrays. Controls have numbers of the stream's own, from 1.
//
//   ["reset"]                           forget everything; the first command a viewer gets
//   ["add", id, parent, class, values]  comes as the last child of parent (0: of the page); the class is one that ShownValues lists
//   ["set", id, values]                 those values are others now; null: what the class has by default
//   ["order", parent, [id, ...]]        the children, first to last
//   ["remove", id]                      without children by then
//
// Values are named after properties; values at their defaults are left out of "add". Colours are "#rrggbbaa", vectors [x, y]. A value that is a list (items, rows,
// tabs, paragraphs) is [KEPT, [new, ...]]: the first KEPT stay, the rest is replaced. "edits" beside a text: how many of the viewer's edits it has taken in;
// a viewer that has sent more keeps its own text, and will hear again. "caret_column" of a LineEdit, "caret_line" and "caret_column" of a TextEdit: where the program
// wants the caret; at 0, where a text that is set leaves it, a viewer keeps its own.
//
// Events: one text each, a JSON array. They come from outside: whatever does not fit is counted and ignored.
//
//   ["press", id]                       a button
//   ["edit", id, text, caret, count]    a LineEdit; count: how many edits of it were sent with this one
//   ["edit", id, text, line, column, count]  a TextEdit
//   ["submit", id]                      Enter in a LineEdit
//   ["value", id, number]               a slider, spin box or scroll bar
//   ["select", id, index, add]          an item of an OptionButton, ItemList, PopupMenu or TabContainer; add (may be missing): to those selected
//   ["activate", id, index]             a double click on an item of an ItemList
//   ["cell", id, row, column]           a cell of a Tree, by its place among the rows that were sent
//   ["check", id, row, column, checked]
//   ["fold", id, row, collapsed]
//   ["link", id, paragraph, run]        of a RichTextLabel
//   ["focus", id]
//   ["close", id]                       a window
//   ["size", width, height]             the viewer's room: of the root window
class ControlStream final : public ControlMirror {
public:
	static constexpr int64_t MAX_EVENT_LENGTH = 1 << 20; // Characters.

	// Commands since they were taken last. A viewer must be told of all of them.
	String take_commands();
	bool has_commands() const { return !commands.is_empty(); }
	// A new viewer comes: the next frame tells it everything.
	void start_anew();
	// Does what a person did. Runs scripts, which may do anything but end the stream. False: ignored.
	bool take_event(const String &p_event);
	uint64_t get_ignored_events() const { return ignored_events; }

	explicit ControlStream(SceneTree *p_tree); // Which outlives it. Only one stream can be at a time.

	void control_created(Node *p_control, ObjectID p_parent) override;
	void control_removed(ObjectID p_control) override;
	void children_ordered(ObjectID p_parent, const LocalVector<ObjectID> &p_children) override;
	void control_changed(Node *p_control) override;
	void frame_told() override {}

private:
	struct Shown {
		int64_t number = 0;
		int64_t edits = 0; // The viewer's, that were taken in.
		Dictionary told; // What the viewer has.
	};

	SceneTree *tree;
	ShownValues shown_values;
	HashMap<ObjectID, Shown> shown;
	HashMap<int64_t, ObjectID> numbers;
	Array commands;
	int64_t last_number = 0;
	uint64_t ignored_events = 0;
	ControlTracker tracker; // Last: it calls the others.

	void add_command(std::initializer_list<Variant> p_parts);
	static Array changed_tail(const Array &p_now, const Array &p_before);
	bool take_parts(const Array &p_event);
	bool take_size(const Array &p_event);
};
