// The methods of Array.
#include "core/variant/builtin_registry.h"
#include "core/variant/variant.h"

namespace {

// The language counts in 64 bits; positions past the 32 that an Array can have are simply outside.
int clamp_position(int64_t p_position) {
	return int(CLAMP<int64_t>(p_position, INT32_MIN, INT32_MAX));
}

const Variant &get(const Array &p_self, int64_t p_index) {
	return p_self.get(clamp_position(p_index));
}
void set(Array &r_self, int64_t p_index, const Variant &p_value) {
	r_self.set(clamp_position(p_index), p_value);
}
Error resize(Array &r_self, int64_t p_size) {
	return r_self.resize(clamp_position(p_size));
}
Error insert(Array &r_self, int64_t p_position, const Variant &p_value) {
	return r_self.insert(clamp_position(p_position), p_value);
}
void remove_at(Array &r_self, int64_t p_position) {
	r_self.remove_at(clamp_position(p_position));
}
Variant pop_at(Array &r_self, int64_t p_position) {
	return r_self.pop_at(clamp_position(p_position));
}
int find(const Array &p_self, const Variant &p_what, int64_t p_from) {
	return p_self.find(p_what, clamp_position(p_from));
}
int find_custom(const Array &p_self, const Callable &p_method, int64_t p_from) {
	return p_self.find_custom(p_method, clamp_position(p_from));
}
int rfind(const Array &p_self, const Variant &p_what, int64_t p_from) {
	return p_self.rfind(p_what, clamp_position(p_from));
}
int rfind_custom(const Array &p_self, const Callable &p_method, int64_t p_from) {
	return p_self.rfind_custom(p_method, clamp_position(p_from));
}
Array slice(const Array &p_self, int64_t p_begin, int64_t p_end, int64_t p_step, bool p_deep) {
	return p_self.slice(clamp_position(p_begin), clamp_position(p_end), clamp_position(p_step), p_deep);
}
Array duplicate_deep(const Array &p_self, int64_t p_mode) {
	return p_self.duplicate_deep(ResourceDeepDuplicateMode(CLAMP<int64_t>(p_mode, 0, RESOURCE_DEEP_DUPLICATE_MAX - 1)));
}

} // namespace

void register_variant_array_methods() {
	bind_builtin_method<&Array::size>("size", {});
	bind_builtin_method<&Array::is_empty>("is_empty", {});
	bind_builtin_method<&Array::clear>("clear", {});
	bind_builtin_method<&Array::hash>("hash", {});
	bind_builtin_method<&Array::assign>("assign", { "array" });
	bind_builtin_method<&get>("get", { "index" });
	bind_builtin_method<&set>("set", { "index", "value" });
	bind_builtin_method<&Array::push_back>("push_back", { "value" });
	bind_builtin_method<&Array::push_front>("push_front", { "value" });
	bind_builtin_method<&Array::append>("append", { "value" });
	bind_builtin_method<&Array::append_array>("append_array", { "array" });
	bind_builtin_method<&resize>("resize", { "size" });
	bind_builtin_method<&insert>("insert", { "position", "value" });
	bind_builtin_method<&remove_at>("remove_at", { "position" });
	bind_builtin_method<&Array::fill>("fill", { "value" });
	bind_builtin_method<&Array::erase>("erase", { "value" });
	bind_builtin_method<&Array::front>("front", {});
	bind_builtin_method<&Array::back>("back", {});
	bind_builtin_method<&Array::pick_random>("pick_random", {});
	bind_builtin_method<&find>("find", { "what", "from" }, { 0 });
	bind_builtin_method<&find_custom>("find_custom", { "method", "from" }, { 0 });
	bind_builtin_method<&rfind>("rfind", { "what", "from" }, { -1 });
	bind_builtin_method<&rfind_custom>("rfind_custom", { "method", "from" }, { -1 });
	bind_builtin_method<&Array::count>("count", { "value" });
	bind_builtin_method<&Array::has>("has", { "value" });
	bind_builtin_method<&Array::pop_back>("pop_back", {});
	bind_builtin_method<&Array::pop_front>("pop_front", {});
	bind_builtin_method<&pop_at>("pop_at", { "position" });
	bind_builtin_method<&Array::sort>("sort", {});
	bind_builtin_method<&Array::sort_custom>("sort_custom", { "func" });
	bind_builtin_method<&Array::shuffle>("shuffle", {});
	bind_builtin_method<&Array::bsearch>("bsearch", { "value", "before" }, { true });
	bind_builtin_method<&Array::bsearch_custom>("bsearch_custom", { "value", "func", "before" }, { true });
	bind_builtin_method<&Array::reverse>("reverse", {});
	bind_builtin_method<&Array::duplicate>("duplicate", { "deep" }, { false });
	bind_builtin_method<&duplicate_deep>("duplicate_deep", { "deep_subresources_mode" }, { RESOURCE_DEEP_DUPLICATE_INTERNAL });
	bind_builtin_method<&slice>("slice", { "begin", "end", "step", "deep" }, { INT32_MAX, 1, false });
	bind_builtin_method<&Array::filter>("filter", { "method" });
	bind_builtin_method<&Array::map>("map", { "method" });
	bind_builtin_method<&Array::reduce>("reduce", { "method", "accum" }, { Variant() });
	bind_builtin_method<&Array::any>("any", { "method" });
	bind_builtin_method<&Array::all>("all", { "method" });
	bind_builtin_method<&Array::max>("max", {});
	bind_builtin_method<&Array::min>("min", {});
	bind_builtin_method<&Array::is_typed>("is_typed", {});
	bind_builtin_method<&Array::is_same_typed>("is_same_typed", { "array" });
	bind_builtin_method<&Array::get_typed_builtin>("get_typed_builtin", {});
	bind_builtin_method<&Array::get_typed_class_name>("get_typed_class_name", {});
	bind_builtin_method<&Array::get_typed_script>("get_typed_script", {});
	bind_builtin_method<&Array::make_read_only>("make_read_only", {});
	bind_builtin_method<&Array::is_read_only>("is_read_only", {});
}
