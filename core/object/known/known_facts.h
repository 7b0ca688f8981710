// KnownFacts: the facts of the 4.6 scripting API that the binary carries, as text; unpacked when a name is first asked for that is in it.
#pragma once

#include "core/string/string_name.h"
#include "core/templates/span.h"
#include "core/templates/vector.h"

// A line is a fact: its first letter says of what, tabs part its fields, and missing fields at the end are empty.
//   $Name...                                  the singletons (first line)
//   =Class Base flags                         flags: n scripts can make it, e of the editor. What follows is the class's own:
//   *Heading prefix usage                     a group of the properties
//   -name type setter argument getter own index default usage hint hint_string
//                                             setter, getter: empty is set_name and get_name, ? is is_name, - is none; argument: of the setter
//                                             (empty: the property's name, !: listed on its own), own: ! where the getter is listed on its own
//   +name result flags argument...            flags: c const, s static, v virtual, a any further arguments; argument: "name type" or "name type=default"
//   !name argument...                         a signal
//   #Enum b VALUE=1...                        b: a bitfield; without a name: constants
// Types: @ an enum, ^ a bitfield, [ an array, { a dictionary of what follows; a dot in front stands for the class itself.
// Any thread; find() locks while it unpacks.
class KnownFacts {
public:
	// Gives the whole text; false when this build has none (or cannot get it now).
	using Source = bool (*)(Vector<uint8_t> &r_text);
	static void set_source(Source p_source);

	static uint32_t hash(const StringName &p_name);
	static uint32_t hash_member(uint32_t p_class, uint32_t p_member) { return (p_class * 0x85EBCA6Bu) ^ p_member; }
	// False for a name that is certainly not there; nothing is unpacked.
	static bool may_have_class(uint32_t p_hash);
	static bool is_in_api(uint32_t p_hash); // The same, also in builds without the text.
	static bool may_have_member(uint32_t p_hash); // Of hash_member(), for classes that are native.
	static bool may_have_singleton(uint32_t p_hash);

	// The lines of a class, its own first; empty when it is not there. Valid until release().
	static Span<char> find(const StringName &p_class);
	static bool is_singleton(const StringName &p_name);
	// Every class in order of names, with its base.
	template <typename F>
	static void for_each_class(F p_function) {
		for (uint32_t i = 0; i < get_class_count(); i++) {
			const Heading heading = get_heading(i);
			p_function(heading.name, heading.base);
		}
	}
	static void release();

private:
	struct Heading {
		Span<char> name;
		Span<char> base;
	};
	static uint32_t get_class_count();
	static Heading get_heading(uint32_t p_index);
};

// Takes p_text apart at p_separator; each call of next() gives the part up to the next one, and an empty one when there is none.
class KnownFields {
	const char *at;
	const char *end;
	char separator;

public:
	bool is_at_end() const { return at >= end; }
	Span<char> next();
	KnownFields(Span<char> p_text, char p_separator) :
			at(p_text.ptr()), end(p_text.ptr() + p_text.size()), separator(p_separator) {}
};
