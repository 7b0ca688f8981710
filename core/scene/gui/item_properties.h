// ItemProperties: what the items of a control hold, as the properties that scenes save: item_0/text.
#pragma once

#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"
#include "core/templates/span.h"
#include "core/variant/binder_common.h"

// A class has one of these for all its objects; its _set, _get and _get_property_list hand on to it. Owners are objects of that class,
// p_count is how many items the one at hand has.
class ItemProperties {
public:
	struct Field {
		const char *name; // Behind the slash.
		Variant::Type type;
		Variant initial; // What differs from it is saved. Null: it is always saved.
		void (*set)(Object *p_owner, int p_item, const Variant &p_value);
		Variant (*get)(const Object *p_owner, int p_item);
		PropertyHint hint = PROPERTY_HINT_NONE;
		const char *hint_string = "";
	};

	// Over two methods of the owner that take the number of an item first: field<&ItemList::set_item_text, &ItemList::get_item_text>(…).
	template <auto Setter, auto Getter>
	static Field field(const char *p_name, Variant::Type p_type, const Variant &p_initial, PropertyHint p_hint = PROPERTY_HINT_NONE, const char *p_hint_string = "") {
		return { p_name, p_type, p_initial, &set_by<Setter>, &get_by<Getter>, p_hint, p_hint_string };
	}

	// p_prefix: "item_". It and the fields stay the caller's.
	ItemProperties(const char *p_prefix, Span<Field> p_fields) :
			prefix(p_prefix), fields(p_fields) {}

	// False: the name is none of an item that is there.
	bool set(Object *p_owner, int p_count, const StringName &p_name, const Variant &p_value) const;
	bool get(const Object *p_owner, int p_count, const StringName &p_name, Variant &r_value) const;
	void list(const Object *p_owner, int p_count, LocalVector<PropertyInfo> *p_list) const;

private:
	const char *prefix;
	Span<Field> fields;

	const Field *find(int p_count, const StringName &p_name, int &r_item) const;

	template <typename Method>
	struct Parts;
	template <typename O, typename V>
	struct Parts<void (O::*)(int, V)> {
		using Owner = O;
		using Value = V;
	};
	template <typename O, typename V>
	struct Parts<V (O::*)(int) const> {
		using Owner = O;
	};

	template <auto Setter>
	static void set_by(Object *p_owner, int p_item, const Variant &p_value) {
		using Types = Parts<decltype(Setter)>;
		(static_cast<typename Types::Owner *>(p_owner)->*Setter)(p_item, VariantCaster<typename Types::Value>::cast(p_value));
	}
	template <auto Getter>
	static Variant get_by(const Object *p_owner, int p_item) {
		Variant value;
		variant_store(&value, (static_cast<const typename Parts<decltype(Getter)>::Owner *>(p_owner)->*Getter)(p_item));
		return value;
	}
};
