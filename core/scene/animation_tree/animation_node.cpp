// What all nodes share: inputs, filters, and the way from a place to the places that it blends.
#include "core/scene/animation_tree/animation_node.h"

#include "core/math/math_funcs.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/scene/animation_tree/animation_place.h"
#include "core/scene/animation_tree/animation_tree.h"

// --- Times ---

double AnimationTimes::get_remain(bool p_break_loop) const {
	if ((is_looping() && !p_break_loop) || is_infinity) {
		return FOREVER;
	}
	return will_end || length <= 0.0 ? 0.0 : MAX(0.0, length - position);
}

PackedFloat32Array AnimationTimes::to_numbers() const {
	return PackedFloat32Array({ float(length), float(position), float(delta), float(int(loop_mode)), will_end ? 1.0f : 0.0f, is_infinity ? 1.0f : 0.0f });
}

AnimationTimes AnimationTimes::from_numbers(const PackedFloat32Array &p_numbers) {
	AnimationTimes times;
	ERR_FAIL_COND_V_MSG(p_numbers.size() != 6, times, vformat("Times of an animation node are six numbers (length, position, delta, loop mode, will end, is infinite), not %d.", p_numbers.size()));
	times.length = double(p_numbers[0]);
	times.position = double(p_numbers[1]);
	times.delta = double(p_numbers[2]);
	const float mode = p_numbers[3];
	times.loop_mode = mode == 1.0f ? Animation::LOOP_LINEAR : (mode == 2.0f ? Animation::LOOP_PINGPONG : Animation::LOOP_NONE);
	times.will_end = p_numbers[4] > 0.0f;
	times.is_infinity = p_numbers[5] > 0.0f;
	return times;
}

bool AnimationWeights::is_nothing() const {
	if (each.is_empty()) {
		return Math::is_zero_approx(all);
	}
	for (const float weight : each) {
		if (!Math::is_zero_approx(double(weight))) {
			return false;
		}
	}
	return true;
}

// --- Inputs and filters ---

static bool is_input_name(const String &p_name) {
	return !p_name.contains(".") && !p_name.contains("/");
}

bool AnimationNode::add_input(const String &p_name) {
	ERR_FAIL_COND_V_MSG(!is_input_name(p_name), false, vformat("\"%s\" cannot name an input: it has a dot or a slash in it.", p_name));
	inputs.push_back(p_name);
	emit_changed();
	return true;
}

void AnimationNode::remove_input(int p_index) {
	ERR_FAIL_INDEX(p_index, int(inputs.size()));
	inputs.remove_at(uint32_t(p_index));
	emit_changed();
}

bool AnimationNode::set_input_name(int p_input, const String &p_name) {
	ERR_FAIL_INDEX_V(p_input, int(inputs.size()), false);
	ERR_FAIL_COND_V_MSG(!is_input_name(p_name), false, vformat("\"%s\" cannot name an input: it has a dot or a slash in it.", p_name));
	inputs[uint32_t(p_input)] = p_name;
	emit_changed();
	return true;
}

String AnimationNode::get_input_name(int p_input) const {
	ERR_FAIL_INDEX_V(p_input, int(inputs.size()), String());
	return inputs[uint32_t(p_input)];
}

int AnimationNode::find_input(const String &p_name) const {
	for (uint32_t i = 0; i < inputs.size(); i++) {
		if (inputs[i] == p_name) {
			return int(i);
		}
	}
	return -1;
}

void AnimationNode::set_filter_path(const NodePath &p_path, bool p_enabled) {
	const int64_t found = filters.find(p_path);
	if (p_enabled && found < 0) {
		filters.push_back(p_path);
	} else if (!p_enabled && found >= 0) {
		filters.remove_at(uint32_t(found));
	}
}

void AnimationNode::_set_filters(const Array &p_filters) {
	filters.clear();
	for (int64_t i = 0; i < p_filters.size(); i++) {
		set_filter_path(p_filters[i], true);
	}
}

Array AnimationNode::_get_filters() const {
	PackedStringArray names;
	for (const NodePath &path : filters) {
		names.push_back(path);
	}
	names.sort();
	Array paths;
	for (const String &name : names) {
		paths.push_back(name);
	}
	return paths;
}

bool AnimationNode::has_filter() const {
	bool has = false;
	GDVIRTUAL_CALL(_has_filter, has);
	return has;
}

String AnimationNode::get_caption() const {
	String caption = "Node";
	GDVIRTUAL_CALL(_get_caption, caption);
	return caption;
}

// --- The graph ---

void AnimationNode::watch_child(const Ref<AnimationNode> &p_node, bool p_watch) {
	const Callable handler = callable_mp(this, &AnimationNode::_tree_changed);
	if (p_node.is_null()) {
		return;
	}
	if (p_watch) {
		p_node->connect(SNAME("tree_changed"), handler, CONNECT_REFERENCE_COUNTED);
	} else {
		p_node->disconnect(SNAME("tree_changed"), handler);
	}
}

bool AnimationNode::holds(const Ref<AnimationNode> &p_node) const {
	if (p_node == this) {
		return true;
	}
	LocalVector<Child> children;
	collect_children(children);
	for (const Child &child : children) {
		if (child.node.is_valid() && child.node->holds(p_node)) {
			return true;
		}
	}
	return false;
}

void AnimationNode::collect_children(LocalVector<Child> &r_children) const {
	Dictionary given;
	if (!GDVIRTUAL_CALL(_get_child_nodes, given)) {
		return;
	}
	const Array names = given.keys();
	for (int64_t i = 0; i < names.size(); i++) {
		const Ref<AnimationNode> node(given[names[i]]);
		if (node.is_valid()) {
			r_children.push_back(Child{ names[i], node });
		}
	}
}

void AnimationNode::collect_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	for (const char *name : { "current_length", "current_position", "current_delta" }) {
		r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, name, PROPERTY_HINT_NONE, "", PROPERTY_USAGE_READ_ONLY), 0.0, true });
	}
	add_parameters(r_parameters);
}

void AnimationNode::add_parameters(LocalVector<AnimationParameter> &r_parameters) const {
	Array given;
	if (!GDVIRTUAL_CALL(_get_parameter_list, given)) {
		return;
	}
	for (int64_t i = 0; i < given.size(); i++) {
		AnimationParameter parameter;
		parameter.info = PropertyInfo::from_dict(given[i]);
		GDVIRTUAL_CALL(_get_parameter_default_value, parameter.info.name, parameter.value);
		GDVIRTUAL_CALL(_is_parameter_read_only, parameter.info.name, parameter.read_only);
		r_parameters.push_back(std::move(parameter));
	}
}

// --- Processing ---

AnimationTree *AnimationNode::get_tree() const {
	return place ? place->tree : nullptr;
}

int64_t AnimationNode::get_processing_animation_tree_instance_id() const {
	ERR_FAIL_NULL_V_MSG(place, 0, "The node is not being processed: only _process() can ask for its tree.");
	return int64_t(uint64_t(place->tree->get_instance_id()));
}

void AnimationNode::set_parameter(const StringName &p_name, const Variant &p_value) {
	ERR_FAIL_NULL_MSG(place, "The node is not being processed: only _process() can set parameters.");
	if (testing) {
		return;
	}
	AnimationParameter *parameter = place->find_parameter(p_name);
	ERR_FAIL_NULL_MSG(parameter, vformat("The node has no parameter \"%s\".", p_name));
	const Variant leaving = parameter->value;
	parameter->value = p_value;
}

Variant AnimationNode::get_parameter(const StringName &p_name) const {
	ERR_FAIL_NULL_V_MSG(place, Variant(), "The node is not being processed: only _process() can ask for parameters.");
	AnimationParameter *parameter = place->find_parameter(p_name);
	ERR_FAIL_NULL_V_MSG(parameter, Variant(), vformat("The node has no parameter \"%s\".", p_name));
	return parameter->value;
}

static constexpr int MAX_DEPTH = 128;
static thread_local int depth = 0;

AnimationTimes AnimationNode::process_place(AnimationPlace &p_place, const AnimationStep &p_step, bool p_test) {
	ERR_FAIL_COND_V_MSG(depth >= MAX_DEPTH, AnimationTimes(), vformat("Animation nodes stand more than %d deep in each other, or are connected in a circle.", MAX_DEPTH));
	const Ref<AnimationNode> alive(this);
	AnimationPlace *outer = place;
	const bool was_testing = testing;
	place = &p_place;
	testing = p_test;
	depth++;
	const AnimationTimes times = process_step(p_step, p_test);
	depth--;
	place = outer;
	testing = was_testing;
	if (!p_test) {
		p_place.times = times;
		const double values[] = { times.length, times.position, times.delta };
		for (uint32_t i = 0; i < 3; i++) {
			p_place.parameters[i].value = values[i];
		}
	}
	return times;
}

AnimationTimes AnimationNode::process_step(const AnimationStep &p_step, bool p_test) {
	double remains = 0.0;
	if (!GDVIRTUAL_CALL(_process, p_step.seeked ? p_step.time : p_step.delta, p_step.seeked, p_step.external, p_test, remains)) {
		return AnimationTimes(); // A state without an animation.
	}
	AnimationTimes times;
	times.delta = p_step.delta;
	times.length = p_step.seeked ? p_step.time + remains : place->times.position + p_step.delta + remains;
	times.position = times.length - remains;
	return times;
}

void AnimationNode::blend_animation(const StringName &p_animation, double p_time, double p_delta, bool p_seeked, bool p_external, float p_blend, Animation::LoopedFlag p_looped) {
	ERR_FAIL_NULL_MSG(place, "The node is not being processed: only _process() can play animations.");
	place->tree->play_at(*place, p_animation, p_time, p_delta, p_seeked, p_external, double(p_blend), p_looped);
}

AnimationWeights AnimationNode::weigh(double p_blend, FilterAction p_filter) const {
	AnimationWeights weights = place->weights;
	if (!filter_enabled || p_filter == FILTER_IGNORE || !has_filter()) {
		weights.all *= p_blend;
		for (float &weight : weights.each) {
			weight *= float(p_blend);
		}
		return weights;
	}
	const LocalVector<NodePath> &paths = place->tree->get_track_paths();
	weights.each.resize(uint32_t(paths.size()));
	for (uint32_t i = 0; i < weights.each.size(); i++) {
		const bool filtered = filters.has(paths[i]);
		const double whole = place->weights.of(i);
		const double part = whole * p_blend;
		const double kept = p_filter == FILTER_PASS ? (filtered ? part : 0.0) : (p_filter == FILTER_STOP ? (filtered ? 0.0 : part) : (filtered ? part : whole));
		weights.each[i] = float(kept);
	}
	return weights;
}

AnimationTimes AnimationNode::blend_place(AnimationPlace *p_child, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test) {
	if (!p_child || p_child->node.is_null()) {
		return AnimationTimes();
	}
	p_child->weights = weigh(p_blend, p_filter);
	AnimationStep step = p_step;
	if (!step.seeked && !p_sync && p_child->weights.is_nothing()) {
		step.delta = 0.0; // What nobody sees stands still.
	}
	return p_child->node->process_place(*p_child, step, p_test || testing);
}

AnimationTimes AnimationNode::blend_child(const StringName &p_name, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test) {
	return blend_place(place->find_child(p_name), p_step, p_blend, p_filter, p_sync, p_test);
}

AnimationTimes AnimationNode::blend_input(int p_input, const AnimationStep &p_step, double p_blend, FilterAction p_filter, bool p_sync, bool p_test) {
	ERR_FAIL_INDEX_V(p_input, int(inputs.size()), AnimationTimes());
	AnimationPlace *around = place->parent;
	const StringName source = around ? around->node->find_connected(place->name, p_input) : StringName();
	if (source == StringName()) {
		place->tree->tell_unconnected(*place, p_input);
		return AnimationTimes();
	}
	return blend_place(around->find_child(source), p_step, p_blend, p_filter, p_sync, p_test);
}

static AnimationStep step_of(double p_time, bool p_seek, bool p_external) {
	return AnimationStep{ p_seek ? p_time : 0.0, p_seek ? 0.0 : p_time, p_seek, p_external };
}

double AnimationNode::blend_node_bind(const StringName &p_name, const Ref<AnimationNode> &p_node, double p_time, bool p_seek, bool p_external, float p_blend, FilterAction p_filter, bool p_sync, bool p_test) {
	ERR_FAIL_NULL_V_MSG(place, 0.0, "The node is not being processed: only _process() can blend nodes.");
	AnimationPlace *child = place->find_child(p_name);
	ERR_FAIL_COND_V_MSG(p_node.is_null() || !child || child->node != p_node, 0.0, vformat("\"%s\" is no child of this node: _get_child_nodes() has to give it.", p_name));
	return blend_place(child, step_of(p_time, p_seek, p_external), double(p_blend), p_filter, p_sync, p_test).get_remain();
}

double AnimationNode::blend_input_bind(int p_input, double p_time, bool p_seek, bool p_external, float p_blend, FilterAction p_filter, bool p_sync, bool p_test) {
	ERR_FAIL_NULL_V_MSG(place, 0.0, "The node is not being processed: only _process() can blend inputs.");
	return blend_input(p_input, step_of(p_time, p_seek, p_external), double(p_blend), p_filter, p_sync, p_test).get_remain();
}

void AnimationNode::_bind_methods() {
	ClassDB::bind_method(D_METHOD("add_input", "name"), &AnimationNode::add_input);
	ClassDB::bind_method(D_METHOD("remove_input", "index"), &AnimationNode::remove_input);
	ClassDB::bind_method(D_METHOD("set_input_name", "input", "name"), &AnimationNode::set_input_name);
	ClassDB::bind_method(D_METHOD("get_input_name", "input"), &AnimationNode::get_input_name);
	ClassDB::bind_method(D_METHOD("get_input_count"), &AnimationNode::get_input_count);
	ClassDB::bind_method(D_METHOD("find_input", "name"), &AnimationNode::find_input);
	ClassDB::bind_method(D_METHOD("set_filter_path", "path", "enable"), &AnimationNode::set_filter_path);
	ClassDB::bind_method(D_METHOD("is_path_filtered", "path"), &AnimationNode::is_path_filtered);
	ClassDB::bind_method(D_METHOD("set_filter_enabled", "enable"), &AnimationNode::set_filter_enabled);
	ClassDB::bind_method(D_METHOD("is_filter_enabled"), &AnimationNode::is_filter_enabled);
	ClassDB::bind_method(D_METHOD("get_processing_animation_tree_instance_id"), &AnimationNode::get_processing_animation_tree_instance_id);
	ClassDB::bind_method(D_METHOD("is_process_testing"), &AnimationNode::is_process_testing);
	ClassDB::bind_method(D_METHOD("_set_filters", "filters"), &AnimationNode::_set_filters);
	ClassDB::bind_method(D_METHOD("_get_filters"), &AnimationNode::_get_filters);
	ClassDB::bind_method(D_METHOD("blend_animation", "animation", "time", "delta", "seeked", "is_external_seeking", "blend", "looped_flag"), &AnimationNode::blend_animation, DEFVAL(Animation::LOOPED_FLAG_NONE));
	ClassDB::bind_method(D_METHOD("blend_node", "name", "node", "time", "seek", "is_external_seeking", "blend", "filter", "sync", "test_only"), &AnimationNode::blend_node_bind, DEFVAL(FILTER_IGNORE), DEFVAL(true), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("blend_input", "input_index", "time", "seek", "is_external_seeking", "blend", "filter", "sync", "test_only"), &AnimationNode::blend_input_bind, DEFVAL(FILTER_IGNORE), DEFVAL(true), DEFVAL(false));
	ClassDB::bind_method(D_METHOD("set_parameter", "name", "value"), &AnimationNode::set_parameter);
	ClassDB::bind_method(D_METHOD("get_parameter", "name"), &AnimationNode::get_parameter);
	GDVIRTUAL_BIND(_get_child_nodes);
	GDVIRTUAL_BIND(_get_parameter_list);
	GDVIRTUAL_BIND(_get_child_by_name, "name");
	GDVIRTUAL_BIND(_get_parameter_default_value, "parameter");
	GDVIRTUAL_BIND(_is_parameter_read_only, "parameter");
	GDVIRTUAL_BIND(_process, "time", "seek", "is_external_seeking", "test_only");
	GDVIRTUAL_BIND(_get_caption);
	GDVIRTUAL_BIND(_has_filter);
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "filter_enabled", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR), "set_filter_enabled", "is_filter_enabled");
	ADD_PROPERTY(PropertyInfo(Variant::ARRAY, "filters", PROPERTY_HINT_NONE, "", PROPERTY_USAGE_NO_EDITOR | PROPERTY_USAGE_INTERNAL), "_set_filters", "_get_filters");
	ADD_SIGNAL(MethodInfo("tree_changed"));
	ADD_SIGNAL(MethodInfo("animation_node_renamed", PropertyInfo(Variant::INT, "object_id"), PropertyInfo(Variant::STRING, "old_name"), PropertyInfo(Variant::STRING, "new_name")));
	ADD_SIGNAL(MethodInfo("animation_node_removed", PropertyInfo(Variant::INT, "object_id"), PropertyInfo(Variant::STRING, "name")));
	BIND_ENUM_CONSTANT(FILTER_IGNORE);
	BIND_ENUM_CONSTANT(FILTER_PASS);
	BIND_ENUM_CONSTANT(FILTER_STOP);
	BIND_ENUM_CONSTANT(FILTER_BLEND);
}

// --- Nodes of scripts ---

AnimationTimes AnimationNodeExtension::process_step(const AnimationStep &p_step, bool p_test) {
	PackedFloat32Array numbers;
	const PackedFloat64Array given({ p_step.time, p_step.delta, 0.0, 0.0, p_step.seeked ? 1.0 : 0.0, p_step.external ? 1.0 : 0.0 });
	if (!GDVIRTUAL_CALL(_process_animation_node, given, p_test, numbers)) {
		return AnimationTimes();
	}
	return AnimationTimes::from_numbers(numbers);
}

void AnimationNodeExtension::_bind_methods() {
	GDVIRTUAL_BIND(_process_animation_node, "playback_info", "test_only");
	ClassDB::bind_static_method("AnimationNodeExtension", D_METHOD("is_looping", "node_info"), &AnimationNodeExtension::is_looping);
	ClassDB::bind_static_method("AnimationNodeExtension", D_METHOD("get_remaining_time", "node_info", "break_loop"), &AnimationNodeExtension::get_remaining_time);
}
