// The methods that all packed arrays have. What only PackedByteArray has is in core/io/packed_byte_methods.cpp.
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

#include "core/error/error_macros.h"

namespace {

// What the language hands in for an element: int for all integers, float for both kinds.
template <typename T>
struct PackedMethods {
	using Argument = std::conditional_t<std::is_integral_v<T>, int64_t, std::conditional_t<std::is_floating_point_v<T>, double, T>>;
	using Self = Vector<T>;

	static T get(const Self &p_self, int64_t p_index) {
		ERR_FAIL_INDEX_V_MSG(p_index, p_self.size(), T(), "The array has no element at this index.");
		return p_self.ptr()[p_index];
	}
	static void set(Self &r_self, int64_t p_index, const Argument &p_value) {
		ERR_FAIL_INDEX_MSG(p_index, r_self.size(), "The array has no element at this index.");
		r_self.ptrw()[p_index] = T(p_value);
	}
	// Answers whether it failed, as scripts have known it from the start.
	static bool push_back(Self &r_self, const Argument &p_value) {
		r_self.push_back(T(p_value));
		return false;
	}
	static void append_array(Self &r_self, const Self &p_array) {
		const Self kept = p_array; // It may be the same array.
		r_self.append_array(kept);
	}
	static void remove_at(Self &r_self, int64_t p_index) {
		ERR_FAIL_INDEX_MSG(p_index, r_self.size(), "The array has no element at this index.");
		r_self.remove_at(p_index);
	}
	static Error insert(Self &r_self, int64_t p_index, const Argument &p_value) {
		ERR_FAIL_INDEX_V_MSG(p_index, r_self.size() + 1, ERR_INVALID_PARAMETER, "There is no such position in the array.");
		return r_self.insert(p_index, T(p_value));
	}
	static void fill(Self &r_self, const Argument &p_value) { r_self.fill(T(p_value)); }
	static Error resize(Self &r_self, int64_t p_new_size) {
		ERR_FAIL_COND_V_MSG(p_new_size < 0, ERR_INVALID_PARAMETER, "An array cannot have a negative size.");
		return r_self.resize(p_new_size);
	}
	static bool has(const Self &p_self, const Argument &p_value) { return p_self.has(T(p_value)); }
	static Self slice(const Self &p_self, int64_t p_begin, int64_t p_end) {
		const int64_t size = p_self.size();
		int64_t begin = CLAMP(p_begin, -size, size);
		int64_t end = CLAMP(p_end, -size, size);
		begin += begin < 0 ? size : 0;
		end += end < 0 ? size : 0;
		ERR_FAIL_COND_V_MSG(begin > end, Self(), "A slice must end after its beginning.");
		return p_self.slice(begin, end);
	}
	static void sort(Self &r_self) { r_self.sort(); }
	static int64_t bsearch(const Self &p_self, const Argument &p_value, bool p_before) { return p_self.bsearch(T(p_value), p_before); }
	static Self duplicate(const Self &p_self) { return p_self; }
	static int64_t find(const Self &p_self, const Argument &p_value, int64_t p_from) { return p_self.find(T(p_value), p_from); }
	static int64_t rfind(const Self &p_self, const Argument &p_value, int64_t p_from) { return p_from >= p_self.size() ? -1 : p_self.rfind(T(p_value), p_from); }
	static int64_t count(const Self &p_self, const Argument &p_value) { return p_self.count(T(p_value)); }
	static bool erase(Self &r_self, const Argument &p_value) { return r_self.erase(T(p_value)); }

	static PackedByteArray to_byte_array(const Self &p_self) {
		PackedByteArray bytes;
		if constexpr (std::is_same_v<T, String>) {
			// Each text in UTF-8, ended by a zero.
			for (const String &text : p_self) {
				bytes.append_array(text.to_utf8_buffer());
				bytes.push_back(0);
			}
		} else if (!p_self.is_empty()) {
			bytes.resize_uninitialized(p_self.size() * int64_t(sizeof(T)));
			std::memcpy(bytes.ptrw(), static_cast<const void *>(p_self.ptr()), size_t(bytes.size()));
		}
		return bytes;
	}

	static void bind() {
		bind_builtin_method<&PackedMethods::get>("get", { "index" });
		bind_builtin_method<&PackedMethods::set>("set", { "index", "value" });
		bind_builtin_method<&Self::size>("size", {});
		bind_builtin_method<&Self::is_empty>("is_empty", {});
		bind_builtin_method<&PackedMethods::push_back>("push_back", { "value" });
		bind_builtin_method<&PackedMethods::push_back>("append", { "value" });
		bind_builtin_method<&PackedMethods::append_array>("append_array", { "array" });
		bind_builtin_method<&PackedMethods::remove_at>("remove_at", { "index" });
		bind_builtin_method<&PackedMethods::insert>("insert", { "at_index", "value" });
		bind_builtin_method<&PackedMethods::fill>("fill", { "value" });
		bind_builtin_method<&PackedMethods::resize>("resize", { "new_size" });
		bind_builtin_method<&Self::clear>("clear", {});
		bind_builtin_method<&PackedMethods::has>("has", { "value" });
		bind_builtin_method<&Self::reverse>("reverse", {});
		bind_builtin_method<&PackedMethods::slice>("slice", { "begin", "end" }, { INT32_MAX });
		if constexpr (!std::is_same_v<T, uint8_t>) {
			bind_builtin_method<&PackedMethods::to_byte_array>("to_byte_array", {});
		}
		bind_builtin_method<&PackedMethods::sort>("sort", {});
		bind_builtin_method<&PackedMethods::bsearch>("bsearch", { "value", "before" }, { true });
		bind_builtin_method<&PackedMethods::duplicate>("duplicate", {});
		bind_builtin_method<&PackedMethods::find>("find", { "value", "from" }, { 0 });
		bind_builtin_method<&PackedMethods::rfind>("rfind", { "value", "from" }, { -1 });
		bind_builtin_method<&PackedMethods::count>("count", { "value" });
		bind_builtin_method<&PackedMethods::erase>("erase", { "value" });
	}
};

} // namespace

void register_variant_packed_methods() {
#define BIND_PACKED_METHODS(m_enum, m_type, m_element, m_element_type, m_name) PackedMethods<m_element>::bind();
	VARIANT_PACKED_TYPES(BIND_PACKED_METHODS)
#undef BIND_PACKED_METHODS
}
