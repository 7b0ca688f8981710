// The methods of Dictionary.
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

namespace {

Dictionary duplicate_deep(const Dictionary &p_self, int64_t p_mode) {
	return p_self.duplicate_deep(ResourceDeepDuplicateMode(CLAMP<int64_t>(p_mode, 0, RESOURCE_DEEP_DUPLICATE_MAX - 1)));
}

bool recursive_equal(const Dictionary &p_self, const Dictionary &p_other, int64_t p_recursion_count) {
	return p_self.recursive_equal(p_other, int(CLAMP<int64_t>(p_recursion_count, 0, Dictionary::MAX_RECURSION)));
}

} // namespace

void register_variant_dictionary_methods() {
	bind_builtin_method<&Dictionary::size>("size", {});
	bind_builtin_method<&Dictionary::is_empty>("is_empty", {});
	bind_builtin_method<&Dictionary::clear>("clear", {});
	bind_builtin_method<&Dictionary::assign>("assign", { "dictionary" });
	bind_builtin_method<&Dictionary::sort>("sort", {});
	bind_builtin_method<&Dictionary::merge>("merge", { "dictionary", "overwrite" }, { false });
	bind_builtin_method<&Dictionary::merged>("merged", { "dictionary", "overwrite" }, { false });
	bind_builtin_method<&Dictionary::has>("has", { "key" });
	bind_builtin_method<&Dictionary::has_all>("has_all", { "keys" });
	bind_builtin_method<&Dictionary::find_key>("find_key", { "value" });
	bind_builtin_method<&Dictionary::erase>("erase", { "key" });
	bind_builtin_method<&Dictionary::hash>("hash", {});
	bind_builtin_method<&Dictionary::keys>("keys", {});
	bind_builtin_method<&Dictionary::values>("values", {});
	bind_builtin_method<&Dictionary::duplicate>("duplicate", { "deep" }, { false });
	bind_builtin_method<&duplicate_deep>("duplicate_deep", { "deep_subresources_mode" }, { RESOURCE_DEEP_DUPLICATE_INTERNAL });
	bind_builtin_method<&Dictionary::get>("get", { "key", "default" }, { Variant() });
	bind_builtin_method<&Dictionary::get_or_add>("get_or_add", { "key", "default" }, { Variant() });
	bind_builtin_method<&Dictionary::set>("set", { "key", "value" });
	bind_builtin_method<&Dictionary::is_typed>("is_typed", {});
	bind_builtin_method<&Dictionary::is_typed_key>("is_typed_key", {});
	bind_builtin_method<&Dictionary::is_typed_value>("is_typed_value", {});
	bind_builtin_method<&Dictionary::is_same_typed>("is_same_typed", { "dictionary" });
	bind_builtin_method<&Dictionary::is_same_typed_key>("is_same_typed_key", { "dictionary" });
	bind_builtin_method<&Dictionary::is_same_typed_value>("is_same_typed_value", { "dictionary" });
	bind_builtin_method<&Dictionary::get_typed_key_builtin>("get_typed_key_builtin", {});
	bind_builtin_method<&Dictionary::get_typed_value_builtin>("get_typed_value_builtin", {});
	bind_builtin_method<&Dictionary::get_typed_key_class_name>("get_typed_key_class_name", {});
	bind_builtin_method<&Dictionary::get_typed_value_class_name>("get_typed_value_class_name", {});
	bind_builtin_method<&Dictionary::get_typed_key_script>("get_typed_key_script", {});
	bind_builtin_method<&Dictionary::get_typed_value_script>("get_typed_value_script", {});
	bind_builtin_method<&Dictionary::make_read_only>("make_read_only", {});
	bind_builtin_method<&Dictionary::is_read_only>("is_read_only", {});
	bind_builtin_method<&recursive_equal>("recursive_equal", { "dictionary", "recursion_count" });
}
