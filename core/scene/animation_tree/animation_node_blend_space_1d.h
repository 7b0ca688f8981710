// AnimationNodeBlendSpace1D: nodes at places on a line; a position between two of them mixes both.
#pragma once

#include "core/scene/animation_tree/animation_node.h"

class AnimationNodeBlendSpace1D : public AnimationRootNode {
	GDCLASS(AnimationNodeBlendSpace1D, AnimationRootNode);

public:
	static constexpr int MAX_BLEND_POINTS = 64;
	enum BlendMode : int {
		BLEND_MODE_INTERPOLATED,
		BLEND_MODE_DISCRETE, // The nearest alone.
		BLEND_MODE_DISCRETE_CARRY, // The same; it goes on where the one before stood.
	};

	void add_blend_point(const Ref<AnimationRootNode> &p_node, double p_position, int p_at = -1);
	void set_blend_point_position(int p_point, double p_position);
	double get_blend_point_position(int p_point) const;
	void set_blend_point_node(int p_point, const Ref<AnimationRootNode> &p_node);
	Ref<AnimationRootNode> get_blend_point_node(int p_point) const;
	void remove_blend_point(int p_point);
	int get_blend_point_count() const { return int(points.size()); }
	void set_min_space(double p_min);
	double get_min_space() const { return min_space; }
	void set_max_space(double p_max);
	double get_max_space() const { return max_space; }
	void set_snap(double p_snap) { snap = p_snap; }
	double get_snap() const { return snap; }
	void set_value_label(const String &p_text) { value_label = p_text; }
	String get_value_label() const { return value_label; }
	void set_blend_mode(BlendMode p_mode) { blend_mode = p_mode; }
	BlendMode get_blend_mode() const { return blend_mode; }
	void set_use_sync(bool p_enabled) { sync = p_enabled; }
	bool is_using_sync() const { return sync; }
	void collect_children(LocalVector<Child> &r_children) const override;
	String get_caption() const override { return "BlendSpace1D"; }

protected:
	static void _bind_methods();
	bool _set(const StringName &p_name, const Variant &p_value);
	bool _get(const StringName &p_name, Variant &r_value) const;
	void _get_property_list(LocalVector<PropertyInfo> *p_list) const;
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool p_test) override;

private:
	struct Point {
		Ref<AnimationRootNode> node;
		double position = 0.0;
	};

	LocalVector<Point> points;
	double min_space = -1.0;
	double max_space = 1.0;
	double snap = 0.1;
	String value_label = "value";
	BlendMode blend_mode = BLEND_MODE_INTERPOLATED;
	bool sync = false;

	AnimationTimes process_weights(const AnimationStep &p_step, double p_position);
	AnimationTimes process_nearest(const AnimationStep &p_step, double p_position);
};

VARIANT_ENUM_CAST(AnimationNodeBlendSpace1D::BlendMode);
