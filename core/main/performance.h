// Performance: numbers about the running program, the engine's and those that scripts add.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/templates/hash_map.h"
#include "core/variant/array.h"
#include "core/variant/callable.h"
#include "core/variant/typed_array.h"

// In the order of the scripting API. What belongs to rendering, physics, navigation and audio is always 0 here.
#define PERFORMANCE_MONITORS(X) \
	X(TIME_FPS) \
	X(TIME_PROCESS) \
	X(TIME_PHYSICS_PROCESS) \
	X(TIME_NAVIGATION_PROCESS) \
	X(MEMORY_STATIC) \
	X(MEMORY_STATIC_MAX) \
	X(MEMORY_MESSAGE_BUFFER_MAX) \
	X(OBJECT_COUNT) \
	X(OBJECT_RESOURCE_COUNT) \
	X(OBJECT_NODE_COUNT) \
	X(OBJECT_ORPHAN_NODE_COUNT) \
	X(RENDER_TOTAL_OBJECTS_IN_FRAME) \
	X(RENDER_TOTAL_PRIMITIVES_IN_FRAME) \
	X(RENDER_TOTAL_DRAW_CALLS_IN_FRAME) \
	X(RENDER_VIDEO_MEM_USED) \
	X(RENDER_TEXTURE_MEM_USED) \
	X(RENDER_BUFFER_MEM_USED) \
	X(PHYSICS_2D_ACTIVE_OBJECTS) \
	X(PHYSICS_2D_COLLISION_PAIRS) \
	X(PHYSICS_2D_ISLAND_COUNT) \
	X(PHYSICS_3D_ACTIVE_OBJECTS) \
	X(PHYSICS_3D_COLLISION_PAIRS) \
	X(PHYSICS_3D_ISLAND_COUNT) \
	X(AUDIO_OUTPUT_LATENCY) \
	X(NAVIGATION_ACTIVE_MAPS) \
	X(NAVIGATION_REGION_COUNT) \
	X(NAVIGATION_AGENT_COUNT) \
	X(NAVIGATION_LINK_COUNT) \
	X(NAVIGATION_POLYGON_COUNT) \
	X(NAVIGATION_EDGE_COUNT) \
	X(NAVIGATION_EDGE_MERGE_COUNT) \
	X(NAVIGATION_EDGE_CONNECTION_COUNT) \
	X(NAVIGATION_EDGE_FREE_COUNT) \
	X(NAVIGATION_OBSTACLE_COUNT) \
	X(PIPELINE_COMPILATIONS_CANVAS) \
	X(PIPELINE_COMPILATIONS_MESH) \
	X(PIPELINE_COMPILATIONS_SURFACE) \
	X(PIPELINE_COMPILATIONS_DRAW) \
	X(PIPELINE_COMPILATIONS_SPECIALIZATION) \
	X(NAVIGATION_2D_ACTIVE_MAPS) \
	X(NAVIGATION_2D_REGION_COUNT) \
	X(NAVIGATION_2D_AGENT_COUNT) \
	X(NAVIGATION_2D_LINK_COUNT) \
	X(NAVIGATION_2D_POLYGON_COUNT) \
	X(NAVIGATION_2D_EDGE_COUNT) \
	X(NAVIGATION_2D_EDGE_MERGE_COUNT) \
	X(NAVIGATION_2D_EDGE_CONNECTION_COUNT) \
	X(NAVIGATION_2D_EDGE_FREE_COUNT) \
	X(NAVIGATION_2D_OBSTACLE_COUNT) \
	X(NAVIGATION_3D_ACTIVE_MAPS) \
	X(NAVIGATION_3D_REGION_COUNT) \
	X(NAVIGATION_3D_AGENT_COUNT) \
	X(NAVIGATION_3D_LINK_COUNT) \
	X(NAVIGATION_3D_POLYGON_COUNT) \
	X(NAVIGATION_3D_EDGE_COUNT) \
	X(NAVIGATION_3D_EDGE_MERGE_COUNT) \
	X(NAVIGATION_3D_EDGE_CONNECTION_COUNT) \
	X(NAVIGATION_3D_EDGE_FREE_COUNT) \
	X(NAVIGATION_3D_OBSTACLE_COUNT) \
	X(MONITOR_MAX)

class Performance : public Object {
	GDCLASS(Performance, Object);

public:
	enum Monitor : int {
#define X(m_name) m_name,
		PERFORMANCE_MONITORS(X)
#undef X
	};
	enum MonitorType : int {
		MONITOR_TYPE_QUANTITY,
		MONITOR_TYPE_MEMORY,
		MONITOR_TYPE_TIME,
		MONITOR_TYPE_PERCENTAGE,
	};

private:
	struct CustomMonitor {
		Callable callable;
		Array arguments;
		MonitorType type = MONITOR_TYPE_QUANTITY;
	};

	static Performance *singleton;
	HashMap<StringName, CustomMonitor> custom_monitors;
	uint64_t modification_time = 0;
	double process_time = 0.0;
	double physics_process_time = 0.0;

protected:
	static void _bind_methods();

public:
	static Performance *get_singleton() {
		return singleton;
	}

	double get_monitor(Monitor p_monitor) const;
	void set_process_time(double p_seconds) {
		process_time = p_seconds;
	} // What the last frame's callbacks took.
	void set_physics_process_time(double p_seconds) {
		physics_process_time = p_seconds;
	}

	void add_custom_monitor(const StringName &p_id, const Callable &p_callable, const Array &p_arguments, MonitorType p_type);
	void remove_custom_monitor(const StringName &p_id);
	bool has_custom_monitor(const StringName &p_id) {
		return custom_monitors.has(p_id);
	}
	Variant get_custom_monitor(const StringName &p_id);
	TypedArray<StringName> get_custom_monitor_names();
	PackedInt32Array get_custom_monitor_types();
	uint64_t get_monitor_modification_time() {
		return modification_time;
	} // Ticks in microseconds.

	Performance();
	~Performance() override;
};

VARIANT_ENUM_CAST(Performance::Monitor);
VARIANT_ENUM_CAST(Performance::MonitorType);
