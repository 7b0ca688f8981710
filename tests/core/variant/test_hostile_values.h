// Every method of every built-in type against elements, texts and callbacks that change, empty, drop or grow the container meanwhile.
// The methods come from the registry, so that new ones are covered at once. Meant for a build with AddressSanitizer; elsewhere it shows little.
#pragma once

#include "core/object/ref_counted.h"
#include "core/variant/callable_bind.h"
#include "core/variant/container_type.h"
#include "core/variant/variant.h"
#include "tests/test_macros.h"

namespace TestHostileValues {

enum Mischief {
	MISCHIEF_REBUILD,
	MISCHIEF_SHRINK,
	MISCHIEF_GROW,
	MISCHIEF_DROP, // The very Variant whose method runs.
	MISCHIEF_MAX,
};

struct Stage {
	Variant *victim = nullptr; // Where the container lies; nullptr: nothing happens.
	Mischief mischief = MISCHIEF_REBUILD;
	int strikes_left = 0;

	static Stage &get() {
		static Stage stage;
		return stage;
	}
	void strike();
};

class HostileElement : public RefCounted {
	GDCLASS(HostileElement, RefCounted);

protected:
	void _notification(int p_what) {
		if (p_what == NOTIFICATION_PREDELETE) {
			Stage::get().strike();
		}
	}

public:
	String _to_string() override {
		Stage::get().strike();
		return "hostile";
	}
};

class HostileCallable final : public CallableCustom {
	Variant kept; // Ends with us.

	static bool _equal(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a == p_b; }
	static bool _less(const CallableCustom *p_a, const CallableCustom *p_b) { return p_a < p_b; }

public:
	uint32_t hash() const override { return 1; }
	String get_as_text() const override {
		Stage::get().strike();
		return "hostile";
	}
	CompareEqualFunc get_compare_equal_func() const override { return _equal; }
	CompareLessFunc get_compare_less_func() const override { return _less; }
	bool is_valid() const override { return true; }
	ObjectID get_object() const override { return ObjectID(); }
	void call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &) const override {
		Stage::get().strike();
		String seen;
		for (int i = 0; i < p_argcount; i++) {
			seen += Variant(*p_arguments[i]).stringify(); // The arguments live through it.
		}
		r_return_value = seen.length() % 2 == 0;
		(void)kept.get_type();
	}
	explicit HostileCallable(const Variant &p_kept) :
			kept(p_kept) {}
};

inline Variant hostile_object() {
	return Variant(Ref<RefCounted>(memnew(HostileElement)));
}

inline Variant element(int p_index) {
	return p_index % 5 == 3 ? hostile_object() : Variant("text number " + itos(p_index));
}

inline Array hostile_array(int p_size, bool p_typed = false) {
	Array array;
	if (p_typed) {
		array.set_typed(Variant::OBJECT, "RefCounted", Variant());
	}
	for (int i = 0; i < p_size; i++) {
		array.push_back(p_typed ? hostile_object() : element(i));
	}
	return array;
}

inline Dictionary hostile_dictionary(int p_size) {
	Dictionary dictionary;
	for (int i = 0; i < p_size; i++) {
		dictionary[i % 7 == 4 ? hostile_object() : (i % 2 == 0 ? Variant(i) : Variant("key " + itos(i)))] = element(i);
	}
	return dictionary;
}

inline void change_array(Array p_array, Mischief p_mischief) {
	if (p_mischief != MISCHIEF_GROW) {
		p_mischief == MISCHIEF_SHRINK ? void(p_array.resize(MIN(p_array.size(), 1))) : p_array.clear();
	}
	const bool typed = p_array.is_typed();
	for (int i = 0; i < (p_mischief == MISCHIEF_SHRINK ? 0 : 200); i++) {
		p_array.push_back(typed ? Variant(Ref<RefCounted>(memnew(RefCounted))) : Variant("fresh " + itos(i)));
	}
}

inline void change_dictionary(Dictionary p_dictionary, Mischief p_mischief) {
	if (p_mischief == MISCHIEF_REBUILD) {
		p_dictionary.clear();
	}
	while (p_mischief == MISCHIEF_SHRINK && p_dictionary.size() > 1) {
		p_dictionary.erase(Variant(p_dictionary.get_key_at_index(0)));
	}
	for (int i = 0; i < (p_mischief == MISCHIEF_SHRINK ? 0 : 100); i++) {
		p_dictionary[1000 + i] = "fresh " + itos(i);
	}
}

inline void Stage::strike() {
	if (victim == nullptr || strikes_left == 0) {
		return;
	}
	strikes_left--;
	if (mischief == MISCHIEF_DROP) {
		*victim = Variant(7);
		return;
	}
	if (victim->get_type() == Variant::ARRAY) {
		change_array(*victim, mischief);
	} else if (victim->get_type() == Variant::DICTIONARY) {
		change_dictionary(*victim, mischief);
	}
}

// A container may hold itself by now, or what holds it.
inline void break_circles(const Variant &p_value) {
	if (p_value.get_type() == Variant::ARRAY && !p_value.is_read_only()) {
		Array(p_value).clear();
	} else if (p_value.get_type() == Variant::DICTIONARY && !p_value.is_read_only()) {
		Dictionary(p_value).clear();
	}
}

// Something of the wanted type that is as nasty as the type allows. p_variation chooses among values.
inline Variant argument(Variant::Type p_type, const Variant &p_victim, int p_variation) {
	switch (p_type) {
		case Variant::NIL:
			return p_variation == 0 ? hostile_object() : (p_variation == 1 ? Variant(p_victim) : Variant("text number 1"));
		case Variant::BOOL:
			return p_variation != 1;
		case Variant::INT:
			return p_variation == 2 ? -2 : p_variation * 2;
		case Variant::CALLABLE:
			return Callable(memnew(HostileCallable(hostile_object())));
		case Variant::ARRAY:
			return p_variation == 0 && p_victim.get_type() == Variant::ARRAY ? p_victim : Variant(hostile_array(9));
		case Variant::DICTIONARY:
			return p_variation == 0 && p_victim.get_type() == Variant::DICTIONARY ? p_victim : Variant(hostile_dictionary(9));
		case Variant::STRING:
			return "{0} %s";
		case Variant::PACKED_STRING_ARRAY:
			return p_victim; // The call converts it, which asks objects for their texts.
		default:
			return get_variant_default(p_type);
	}
}

// Reads all of it, so that what is dead or half there is found. Two levels: below them circles would have texts of a hundred levels.
inline void read_through(const Variant &p_value, int p_depth = 0) {
	Stage::get().victim = nullptr;
	if (p_value.get_type() == Variant::ARRAY || p_value.get_type() == Variant::DICTIONARY) {
		const Array elements = p_value.get_type() == Variant::ARRAY ? Array(p_value) : Dictionary(p_value).values();
		for (int i = 0; p_depth < 2 && i < elements.size(); i++) {
			read_through(elements[i], p_depth + 1);
		}
	} else {
		CHECK_GE(p_value.stringify().length(), 0);
	}
}

inline bool leaves_the_process(const StringName &p_method) {
	return p_method == "call_deferred" || p_method == "rpc" || p_method == "rpc_id";
}

// Whether a container or what changes one reaches the method at all.
inline bool can_be_attacked(Variant::Type p_type, const StringName &p_method, int p_argument_count) {
	bool any = p_type == Variant::ARRAY || p_type == Variant::DICTIONARY || p_type == Variant::CALLABLE;
	for (int i = 0; i < p_argument_count; i++) {
		const Variant::Type type = Variant::get_builtin_method_argument_type(p_type, p_method, i);
		any = any || type == Variant::NIL || type >= Variant::CALLABLE;
	}
	return any && !leaves_the_process(p_method);
}

template <typename MakeBase, typename MakeVictim>
void attack(Variant::Type p_type, MakeBase p_make_base, MakeVictim p_make_victim) {
	Vector<StringName> methods;
	Variant::get_builtin_method_list(p_type, &methods);
	for (const StringName &method : methods) {
		const int argument_count = Variant::get_builtin_method_argument_count(p_type, method) + (Variant::is_builtin_method_vararg(p_type, method) ? 2 : 0);
		for (int round = 0; round < MISCHIEF_MAX * 3 && can_be_attacked(p_type, method, argument_count); round++) {
			Variant victim = p_make_victim();
			const Variant container = victim; // Whatever becomes of the variable.
			Variant base;
			Variant *target = p_make_base(victim, base) ? &base : &victim;
			Vector<Variant> arguments;
			for (int i = 0; i < argument_count; i++) {
				arguments.push_back(argument(Variant::get_builtin_method_argument_type(p_type, method, i), victim, round % 3));
			}
			Vector<const Variant *> pointers;
			for (const Variant &value : static_cast<const Vector<Variant> &>(arguments)) {
				pointers.push_back(&value);
			}
			Stage::get() = Stage{ &victim, Mischief(round / 3), 3 };
			Variant ret;
			Callable::CallError error;
			target->callp(method, pointers.ptrw(), argument_count, ret, error);
			read_through(victim);
			read_through(ret);
			read_through(base);
			for (const Variant &value : static_cast<const Vector<Variant> &>(arguments)) {
				break_circles(value);
			}
			break_circles(ret);
			break_circles(container);
		}
	}
}

TEST_CASE("[Variant][Hostile] No method of an array is broken by what its elements and callbacks do to it") {
	ExpectErrors quiet;
	for (const bool typed : { false, true }) {
		attack(
				Variant::ARRAY, [](const Variant &, Variant &) { return false; }, [typed]() { return Variant(hostile_array(40, typed)); });
	}
}

TEST_CASE("[Variant][Hostile] No method of a dictionary is broken by what its entries do to it") {
	ExpectErrors quiet;
	attack(
			Variant::DICTIONARY, [](const Variant &, Variant &) { return false; }, []() { return Variant(hostile_dictionary(40)); });
}

TEST_CASE("[Variant][Hostile] No method of another type is broken by containers that change while it reads them") {
	ExpectErrors quiet;
	for (int i = 0; i < Variant::VARIANT_MAX; i++) {
		const Variant::Type type = Variant::Type(i);
		if (type == Variant::ARRAY || type == Variant::DICTIONARY || type == Variant::OBJECT) {
			continue;
		}
		const auto make_base = [type](const Variant &p_victim, Variant &r_base) {
			r_base = type == Variant::CALLABLE ? Variant(Callable(memnew(HostileCallable(p_victim))).bind(hostile_object())) : get_variant_default(type);
			return true;
		};
		attack(type, make_base, []() { return Variant(hostile_array(20)); });
	}
}

TEST_CASE("[Variant][Hostile] Conversions, texts and copies read a container as it was when they began") {
	ExpectErrors quiet;
	for (int mischief = 0; mischief < MISCHIEF_MAX; mischief++) {
		for (int to = 0; to < Variant::VARIANT_MAX; to++) {
			for (const bool is_array : { true, false }) {
				Variant victim = is_array ? Variant(hostile_array(40)) : Variant(hostile_dictionary(40));
				Stage::get() = Stage{ &victim, Mischief(mischief), 3 };
				const Variant copy = victim;
				const Variant converted = Variant::type_convert(copy, Variant::Type(to));
				const String text = victim.get_construct_string();
				const Variant duplicate = copy.duplicate(true);
				read_through(victim);
				read_through(converted);
				read_through(duplicate);
			}
		}
	}
}

TEST_CASE("[Variant][Hostile] While the old value of a variable ends, the variable holds the new one") {
	Variant variable = hostile_array(8);
	struct Watch {
		static Variant look(const Variant &p_variable) { return p_variable; }
	};
	for (const Variant &value : { Variant(5), Variant(true), Variant(2.5), Variant("text"), Variant(Vector3(1, 2, 3)), Variant(Transform3D()), Variant() }) {
		variable = hostile_array(8);
		Stage::get() = Stage{ &variable, MISCHIEF_GROW, 3 };
		variable = value;
		Stage::get().victim = nullptr;
		CHECK(Watch::look(variable).hash_compare(value));
	}
}

} // namespace TestHostileValues
