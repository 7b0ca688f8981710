// `place += part` where the place is no register: texts grow where they stand, so that building one of n pieces costs n steps.
#include "core/variant/array.h"
#include "core/variant/dictionary.h"
#include "core/variant/string_format.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

namespace {

using Internal = VariantInternal;

// False, and nothing has happened, unless both are texts. Sharers of the old text keep it.
bool append_text(Variant &r_place, const Variant &p_part) {
	if (r_place.get_type() != Variant::STRING) {
		return false;
	}
	if (p_part.get_type() == Variant::STRING) {
		Internal::get<String>(&r_place) += Internal::get_string(&p_part);
		return true;
	}
	if (p_part.get_type() == Variant::STRING_NAME) {
		Internal::get<String>(&r_place) += Internal::get_string_name(&p_part).get_string();
		return true;
	}
	return false;
}

// What may be added to where it stands without anybody noticing but those who look at the place.
bool add_in_place(Variant &r_place, const Variant &p_part) {
	if (r_place.get_type() == Variant::INT && p_part.get_type() == Variant::INT) {
		Internal::get_int(&r_place) = int64_t(uint64_t(Internal::get_int(&r_place)) + uint64_t(Internal::get_int(&p_part)));
		return true;
	}
	if (r_place.get_type() == Variant::FLOAT && p_part.get_type() == Variant::FLOAT) {
		Internal::get_float(&r_place) += Internal::get_float(&p_part);
		return true;
	}
	return append_text(r_place, p_part);
}

// The element itself, if it may be written to as long as it keeps its type; else nullptr.
Variant *find_element(Variant &p_base, const Variant &p_key) {
	if (p_base.get_type() == Variant::DICTIONARY) {
		Dictionary &dictionary = Internal::get_dictionary(&p_base);
		return dictionary.is_read_only() ? nullptr : dictionary.getptr(p_key);
	}
	if (p_base.get_type() != Variant::ARRAY || p_key.get_type() != Variant::INT) {
		return nullptr;
	}
	Array &array = Internal::get_array(&p_base);
	const int64_t size = array.size();
	const int64_t index = Internal::get_int(&p_key) < 0 ? Internal::get_int(&p_key) + size : Internal::get_int(&p_key);
	return array.is_read_only() || index < 0 || index >= size ? nullptr : Internal::array_ptrw(array) + index;
}

bool append_to_packed(Variant &p_base, const Variant &p_key, const Variant &p_part) {
	if (p_base.get_type() != Variant::PACKED_STRING_ARRAY || p_key.get_type() != Variant::INT || !p_part.is_string()) {
		return false;
	}
	PackedStringArray &array = Internal::get<PackedStringArray>(&p_base);
	const int64_t index = Internal::get_int(&p_key) < 0 ? Internal::get_int(&p_key) + array.size() : Internal::get_int(&p_key);
	if (index < 0 || index >= array.size()) {
		return false;
	}
	array.ptrw()[index] += p_part.get_type() == Variant::STRING ? Internal::get_string(&p_part) : Internal::get_string_name(&p_part).get_string();
	return true;
}

// The member of a script's object that both caches know as a plain one; else nullptr.
Variant *find_member(const Variant &p_base, const GDScriptInlineCache &p_get_cache, const GDScriptInlineCache &p_set_cache) {
	const GDScriptInlineCacheEntry *getter = p_get_cache.entry.load(std::memory_order_acquire);
	const GDScriptInlineCacheEntry *setter = p_set_cache.entry.load(std::memory_order_acquire);
	if (!getter || !setter || getter->key != setter->key || getter->kind != GDScriptInlineCacheEntry::SCRIPT_MEMBER || setter->kind != GDScriptInlineCacheEntry::SCRIPT_MEMBER) {
		return nullptr;
	}
	GDScriptInstance *instance = nullptr;
	Object *object = nullptr;
	return GDScriptVM::get_cache_key(p_base, instance, object) == getter->key ? &instance->get_members()[getter->index] : nullptr;
}

// The member of a script's object of that name, if it has no accessors; else nullptr.
Variant *find_plain_member(const Variant &p_base, const Variant &p_name) {
	GDScriptInstance *instance = nullptr;
	Object *object = nullptr;
	GDScriptVM::get_cache_key(p_base, instance, object);
	if (instance == nullptr || p_name.get_type() != Variant::STRING_NAME) {
		return nullptr;
	}
	const GDScriptClass::MemberInfo *member = instance->get_gdscript()->find_member(Internal::get_string_name(&p_name));
	return member != nullptr && member->setter.is_empty() && member->getter.is_empty() ? &instance->get_members()[member->index] : nullptr;
}

Variant *find_place(Variant &p_base, const Variant &p_key) {
	return p_base.get_type() == Variant::OBJECT ? find_plain_member(p_base, p_key) : find_element(p_base, p_key);
}

// Whether the place holds the very text that the String p_copy is a copy of.
bool is_held(const Variant *p_place, const Variant &p_copy) {
	return p_place != nullptr && p_place->get_type() == Variant::STRING && Internal::get_string(p_place).ptr() == Internal::get_string(&p_copy).ptr();
}

bool set_in_held_text(Variant *p_place, Variant &r_copy, const Variant &p_index, const Variant &p_value) {
	if (!is_held(p_place, r_copy)) {
		return false;
	}
	r_copy = Variant(); // Nobody but the place holds the text now, unless somebody else does.
	bool valid = false;
	p_place->set(p_index, p_value, &valid);
	if (!valid) {
		r_copy = *p_place;
	}
	return valid;
}

} // namespace

// Copies, because texts of objects come from scripts, which may change variables or move the stack.
void GDScriptVMSlow::format_list(Bases p_bases, Variant &r_result, const Variant &p_format, const uint32_t *p_words) {
	Variant values[GDScriptFunction::MAX_FORMAT_LIST];
	const int count = int(p_words[0]);
	for (int i = 0; i < count; i++) {
		values[i] = at(p_bases, p_words[1 + i]);
	}
	Variant text;
	string_format_list(&p_format, Span<Variant>(values, uint64_t(count)), &text);
	r_result = static_cast<Variant &&>(text);
}

bool GDScriptVMSlow::add_to(GDScriptFrame *p_frame, Variant &r_place, Variant &r_old, const Variant &p_part) {
	if (r_old.get_type() == Variant::STRING && is_held(&r_place, r_old) && p_part.is_string() && &r_old != &p_part) {
		r_old = Variant(); // Nobody but the place holds the text now, unless somebody else does.
		append_text(r_place, p_part);
		return true;
	}
	return binary(p_frame, Variant::OP_ADD, r_old, p_part, r_place);
}

bool GDScriptVMSlow::add_later(GDScriptFrame *p_frame, Variant &r_sum, Variant &r_pending, const Variant &p_part) {
	if (r_sum.get_type() == Variant::STRING && p_part.is_string()) {
		if (!append_text(r_pending, p_part)) {
			r_pending = p_part.operator String();
		}
		return true;
	}
	if (r_pending.get_type() == Variant::STRING) {
		append_text(r_sum, r_pending);
		r_pending = Variant();
	}
	return binary(p_frame, Variant::OP_ADD, r_sum, p_part, r_sum);
}

bool GDScriptVMSlow::add_to_index(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_key, const Variant &p_part) {
	if (append_to_packed(p_base, p_key, p_part)) {
		return true;
	}
	Variant *element = find_element(p_base, p_key);
	if (element != nullptr && add_in_place(*element, p_part)) {
		return true;
	}
	Variant sum;
	if (!get_index(p_frame, sum, p_base, p_key)) {
		return false;
	}
	return binary(p_frame, Variant::OP_ADD, sum, p_part, sum) && set_index(p_frame, p_base, p_key, sum);
}

bool GDScriptVMSlow::add_to_named(GDScriptFrame *p_frame, Variant &p_base, const Variant &p_part, const StringName &p_name, GDScriptInlineCache &p_get_cache, GDScriptInlineCache &p_set_cache) {
	if (p_base.get_type() == Variant::OBJECT) {
		Variant *member = find_member(p_base, p_get_cache, p_set_cache);
		if (member != nullptr && add_in_place(*member, p_part)) {
			return true;
		}
	} else if (p_base.get_type() == Variant::DICTIONARY) {
		Variant *element = find_element(p_base, p_name);
		if (element != nullptr && add_in_place(*element, p_part)) {
			return true;
		}
	}
	Variant sum;
	if (!get_named(p_frame, sum, p_base, p_name, p_get_cache)) {
		return false;
	}
	return binary(p_frame, Variant::OP_ADD, sum, p_part, sum) && set_named(p_frame, p_base, sum, p_name, p_set_cache);
}

bool GDScriptVMSlow::set_in_text(Variant &p_base, const Variant &p_key, Variant &r_copy, const Variant &p_index, const Variant &p_value) {
	return set_in_held_text(find_place(p_base, p_key), r_copy, p_index, p_value);
}

bool GDScriptVMSlow::set_in_static_text(Variant &p_place, Variant &r_copy, const Variant &p_index, const Variant &p_value) {
	return r_copy.get_type() == Variant::STRING && set_in_held_text(&p_place, r_copy, p_index, p_value);
}

bool GDScriptVMSlow::give_up_held(Variant &r_copy, Variant &p_base, const Variant &p_key) {
	if (r_copy.get_type() != Variant::STRING || !is_held(find_place(p_base, p_key), r_copy)) {
		return false;
	}
	r_copy = Variant();
	return true;
}
