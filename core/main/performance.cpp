// Performance: where each number comes from.
#include "core/main/performance.h"

#include "core/config/engine.h"
#include "core/error/error_macros.h"
#include "core/object/message_queue.h"
#include "core/object/resource.h"
#include "core/os/main_loop.h"
#include "core/os/memory.h"
#include "core/os/os.h"
#include "core/scene/main/node.h"
#include "core/scene/main/scene_tree.h"

Performance *Performance::singleton = nullptr;

Performance::Performance() {
	if (!singleton) { // ClassDB makes further ones to learn their defaults.
		singleton = this;
	}
}

Performance::~Performance() {
	if (singleton == this) {
		singleton = nullptr;
	}
}

static double count_nodes() {
	const SceneTree *tree = Object::cast_to<SceneTree>(OS::get_singleton()->get_main_loop());
	return tree ? tree->get_node_count() : 0;
}

double Performance::get_monitor(Monitor p_monitor) const {
	switch (p_monitor) {
		case TIME_FPS:
			return Engine::get_singleton()->get_frames_per_second();
		case TIME_PROCESS:
			return process_time;
		case TIME_PHYSICS_PROCESS:
			return physics_process_time;
		case MEMORY_STATIC:
			return double(Memory::get_mem_usage());
		case MEMORY_STATIC_MAX:
			return double(Memory::get_mem_max_usage());
		case MEMORY_MESSAGE_BUFFER_MAX:
			return double(MessageQueue::get_singleton()->get_max_buffer_usage());
		case OBJECT_COUNT:
			return ObjectDB::get_object_count();
		case OBJECT_RESOURCE_COUNT:
			return ResourceCache::get_cached_resource_count();
		case OBJECT_NODE_COUNT:
			return count_nodes();
		case OBJECT_ORPHAN_NODE_COUNT:
			return double(Node::get_orphan_node_ids().size());
		default:
			return 0.0;
	}
}

void Performance::add_custom_monitor(const StringName &p_id, const Callable &p_callable, const Array &p_arguments, MonitorType p_type) {
	ERR_FAIL_COND_MSG(custom_monitors.has(p_id), "There is already a custom monitor '" + p_id + "'.");
	custom_monitors.insert(p_id, { p_callable, p_arguments, p_type });
	modification_time = OS::get_singleton()->get_ticks_usec();
}

void Performance::remove_custom_monitor(const StringName &p_id) {
	ERR_FAIL_COND_MSG(!custom_monitors.has(p_id), "There is no custom monitor '" + p_id + "'.");
	custom_monitors.erase(p_id);
	modification_time = OS::get_singleton()->get_ticks_usec();
}

Variant Performance::get_custom_monitor(const StringName &p_id) {
	const CustomMonitor *monitor = custom_monitors.getptr(p_id);
	ERR_FAIL_NULL_V_MSG(monitor, Variant(), "There is no custom monitor '" + p_id + "'.");
	const CustomMonitor kept = *monitor; // The callback may remove it.
	const Variant value = kept.callable.callv(kept.arguments);
	ERR_FAIL_COND_V_MSG(!value.is_num(), Variant(), "The custom monitor '" + p_id + "' must return a number.");
	return value;
}

TypedArray<StringName> Performance::get_custom_monitor_names() {
	TypedArray<StringName> names;
	for (const KeyValue<StringName, CustomMonitor> &entry : custom_monitors) {
		names.push_back(entry.key);
	}
	return names;
}

PackedInt32Array Performance::get_custom_monitor_types() {
	PackedInt32Array types;
	for (const KeyValue<StringName, CustomMonitor> &entry : custom_monitors) {
		types.push_back(entry.value.type);
	}
	return types;
}

void Performance::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_monitor", "monitor"), &Performance::get_monitor);
	ClassDB::bind_method(D_METHOD("add_custom_monitor", "id", "callable", "arguments", "type"), &Performance::add_custom_monitor, DEFVAL(Array()), DEFVAL(MONITOR_TYPE_QUANTITY));
	ClassDB::bind_method(D_METHOD("remove_custom_monitor", "id"), &Performance::remove_custom_monitor);
	ClassDB::bind_method(D_METHOD("has_custom_monitor", "id"), &Performance::has_custom_monitor);
	ClassDB::bind_method(D_METHOD("get_custom_monitor", "id"), &Performance::get_custom_monitor);
	ClassDB::bind_method(D_METHOD("get_monitor_modification_time"), &Performance::get_monitor_modification_time);
	ClassDB::bind_method(D_METHOD("get_custom_monitor_names"), &Performance::get_custom_monitor_names);
	ClassDB::bind_method(D_METHOD("get_custom_monitor_types"), &Performance::get_custom_monitor_types);
#define X(m_name) BIND_ENUM_CONSTANT(m_name)
	PERFORMANCE_MONITORS(X)
#undef X
	BIND_ENUM_CONSTANT(MONITOR_TYPE_QUANTITY);
	BIND_ENUM_CONSTANT(MONITOR_TYPE_MEMORY);
	BIND_ENUM_CONSTANT(MONITOR_TYPE_TIME);
	BIND_ENUM_CONSTANT(MONITOR_TYPE_PERCENTAGE);
}
