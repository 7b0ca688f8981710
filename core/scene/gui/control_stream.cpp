// What the mirror hears, as commands that say only what is new to the viewer.
#include "core/scene/gui/control_stream.h"

#include "core/io/json.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"

ControlStream::ControlStream(SceneTree *p_tree) :
		tree(p_tree), tracker(p_tree, this) {
	start_anew();
}

void ControlStream::start_anew() {
	shown.clear();
	numbers.clear();
	commands = Array();
	tracker.start_anew();
	add_command({ "reset" });
}

void ControlStream::add_command(std::initializer_list<Variant> p_parts) {
	Array command;
	for (const Variant &part : p_parts) {
		command.push_back(part);
	}
	commands.push_back(command);
}

String ControlStream::take_commands() {
	if (commands.is_empty()) {
		return String();
	}
	const String text = JSON::stringify(commands, String(), false, true);
	commands = Array();
	return text;
}

// [KEPT, [new, ...]]: how the viewer gets from one list to the other.
Array ControlStream::changed_tail(const Array &p_now, const Array &p_before) {
	int64_t kept = 0;
	while (kept < p_now.size() && kept < p_before.size() && p_now[kept] == p_before[kept]) {
		kept++;
	}
	return Array{ kept, p_now.slice(kept) };
}

void ControlStream::control_created(Node *p_control, ObjectID p_parent) {
	const ObjectID id = p_control->get_instance_id();
	const String shown_class = shown_values.get_shown_class(p_control);
	Shown entry;
	entry.number = ++last_number;
	entry.told = shown_values.read(p_control);
	Dictionary values = entry.told.duplicate();
	for (const Variant &name : entry.told.keys()) {
		if (ShownValues::is_list(name)) {
			values[name] = Array{ 0, entry.told[name] };
		}
	}
	const Shown *parent = shown.getptr(p_parent);
	add_command({ "add", entry.number, parent ? parent->number : int64_t(0), shown_class, values });
	shown.insert(id, entry);
	numbers.insert(entry.number, id);
}

void ControlStream::control_removed(ObjectID p_control) {
	if (const Shown *entry = shown.getptr(p_control)) {
		add_command({ "remove", entry->number });
		numbers.erase(entry->number);
		shown.erase(p_control);
	}
}

void ControlStream::children_ordered(ObjectID p_parent, const LocalVector<ObjectID> &p_children) {
	const Shown *parent = shown.getptr(p_parent);
	Array order;
	for (const ObjectID &id : p_children) {
		if (const Shown *child = shown.getptr(id)) {
			order.push_back(child->number);
		}
	}
	if (parent) {
		add_command({ "order", parent->number, order });
	}
}

void ControlStream::control_changed(Node *p_control) {
	const ObjectID id = p_control->get_instance_id();
	const Dictionary now = shown_values.read(p_control);
	Shown *entry = shown.getptr(id);
	if (!entry) {
		return;
	}
	Dictionary changes;
	for (const Variant &name : now.keys()) {
		if (entry->told.has(name) && entry->told[name] == now[name]) {
			continue;
		}
		changes[name] = ShownValues::is_list(name) ? Variant(changed_tail(now[name], entry->told.get(name, Array()))) : now[name];
	}
	for (const Variant &name : entry->told.keys()) {
		if (!now.has(name)) {
			changes[name] = Variant();
		}
	}
	if (changes.is_empty()) {
		return;
	}
	if (entry->edits > 0 && (changes.has("text") || changes.has("caret_line") || changes.has("caret_column"))) {
		changes["edits"] = entry->edits;
	}
	entry->told = now;
	add_command({ "set", entry->number, changes });
}
