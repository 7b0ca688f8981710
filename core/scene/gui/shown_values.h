// ShownValues: what of each class of controls is shown to people, and reading it.
#pragma once

#include "core/object/class_db.h"
#include "core/variant/dictionary.h"

class Node;

class ShownValues {
public:
	// The class, or the nearest one above it, that viewers know.
	StringName get_shown_class(const Node *p_control);
	// Those that differ from their defaults, by name; lists as arrays. Texts as people read them: translated. A translation may be a script, which may free
	// the control.
	Dictionary read(const Node *p_control);
	static bool is_list(const StringName &p_name);

private:
	struct Value {
		StringName name;
		const ClassDB::PropertySetGet *access; // Null: a property that is only known by name.
		Variant initial;
		bool is_placing; // By anchors: not where a container places.
	};
	struct Shape {
		StringName shown_class;
		LocalVector<Value> values;
		void (*read_more)(const Node *p_control, Dictionary &r_values) = nullptr;
	};
	HashMap<StringName, Shape> shapes; // By class.

	const Shape &get_shape(const Node *p_control);
};
