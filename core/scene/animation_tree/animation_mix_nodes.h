// Nodes of a blend tree that mix their inputs by an amount, or change the time of one.
#pragma once

#include "core/scene/animation_tree/animation_node.h"

class AnimationNodeOutput : public AnimationNode {
	GDCLASS(AnimationNodeOutput, AnimationNode);

public:
	String get_caption() const override { return "Output"; }
	AnimationNodeOutput() { add_input("output"); }

protected:
	AnimationTimes process_step(const AnimationStep &p_step, bool) override { return blend_input(0, p_step, 1.0, FILTER_IGNORE, true, false); }
};

// With sync, inputs that count for nothing go on in time.
class AnimationNodeSync : public AnimationNode {
	GDCLASS(AnimationNodeSync, AnimationNode);

public:
	void set_use_sync(bool p_enabled) { sync = p_enabled; }
	bool is_using_sync() const { return sync; }

protected:
	static void _bind_methods();
	AnimationTimes blend(int p_input, const AnimationStep &p_step, double p_weight, FilterAction p_filter) { return blend_input(p_input, p_step, p_weight, p_filter, sync, false); }

private:
	bool sync = false;
};

// Those that have an amount, and filters.
class AnimationAmountNode : public AnimationNodeSync {
public:
	bool has_filter() const override { return true; }

protected:
	// From -1 where p_signed, else from 0, to 1.
	static void add_amount(LocalVector<AnimationParameter> &r_parameters, const char *p_name, bool p_signed) {
		r_parameters.push_back(AnimationParameter{ PropertyInfo(Variant::FLOAT, p_name, PROPERTY_HINT_RANGE, p_signed ? "-1,1,0.01,or_less,or_greater" : "0,1,0.01,or_less,or_greater"), 0.0 });
	}
};

class AnimationNodeAdd2 : public AnimationAmountNode {
	GDCLASS(AnimationNodeAdd2, AnimationNodeSync);

public:
	String get_caption() const override { return "Add2"; }
	AnimationNodeAdd2();

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override { add_amount(r_parameters, "add_amount", false); }
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeAdd3 : public AnimationAmountNode {
	GDCLASS(AnimationNodeAdd3, AnimationNodeSync);

public:
	String get_caption() const override { return "Add3"; }
	AnimationNodeAdd3();

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override { add_amount(r_parameters, "add_amount", true); }
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeBlend2 : public AnimationAmountNode {
	GDCLASS(AnimationNodeBlend2, AnimationNodeSync);

public:
	String get_caption() const override { return "Blend2"; }
	AnimationNodeBlend2();

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override { add_amount(r_parameters, "blend_amount", false); }
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeBlend3 : public AnimationAmountNode {
	GDCLASS(AnimationNodeBlend3, AnimationNodeSync);

public:
	bool has_filter() const override { return false; }
	String get_caption() const override { return "Blend3"; }
	AnimationNodeBlend3();

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override { add_amount(r_parameters, "blend_amount", true); }
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeSub2 : public AnimationAmountNode {
	GDCLASS(AnimationNodeSub2, AnimationNodeSync);

public:
	String get_caption() const override { return "Sub2"; }
	AnimationNodeSub2();

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override { add_amount(r_parameters, "sub_amount", false); }
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeTimeScale : public AnimationNode {
	GDCLASS(AnimationNodeTimeScale, AnimationNode);

public:
	String get_caption() const override { return "TimeScale"; }
	AnimationNodeTimeScale() { add_input("in"); }

protected:
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;
};

class AnimationNodeTimeSeek : public AnimationNode {
	GDCLASS(AnimationNodeTimeSeek, AnimationNode);

public:
	// Whether keys between here and there are passed.
	void set_explicit_elapse(bool p_enabled) { explicit_elapse = p_enabled; }
	bool is_explicit_elapse() const { return explicit_elapse; }
	String get_caption() const override { return "TimeSeek"; }
	AnimationNodeTimeSeek() { add_input("in"); }

protected:
	static void _bind_methods();
	void add_parameters(LocalVector<AnimationParameter> &r_parameters) const override;
	AnimationTimes process_step(const AnimationStep &p_step, bool) override;

private:
	bool explicit_elapse = true;
};
