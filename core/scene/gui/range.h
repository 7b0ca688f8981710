// Range: a number kept within bounds and on steps; sliders, bars and spin boxes show one.
#pragma once

#include "core/scene/gui/control.h"
#include "core/templates/local_vector.h"

class Range : public Control {
	GDCLASS(Range, Control);

public:
	Range();
	~Range() override;

	void set_min(double p_minimum);
	double get_min() const { return shared->min_value; }
	void set_max(double p_maximum);
	double get_max() const { return shared->max_value; }
	void set_step(double p_step);
	double get_step() const { return shared->step; }
	void set_page(double p_pagesize);
	double get_page() const { return shared->page; }
	void set_value(double p_value);
	virtual void user_set_value(double p_value) { set_value(p_value); } // What a person does who drags or types.
	double get_value() const { return shared->value; }
	void set_as_ratio(double p_value);
	double get_as_ratio() const; // Where the value lies between the bounds, 0 to 1.
	void set_exp_ratio(bool p_enabled) { shared->exp_edit = p_enabled; }
	bool is_ratio_exp() const { return shared->exp_edit; }
	void set_use_rounded_values(bool p_enabled);
	bool is_using_rounded_values() const { return shared->rounded; }
	void set_allow_greater(bool p_allow) { shared->allow_greater = p_allow; }
	bool is_greater_allowed() const { return shared->allow_greater; }
	void set_allow_lesser(bool p_allow) { shared->allow_lesser = p_allow; }
	bool is_lesser_allowed() const { return shared->allow_lesser; }
	void set_value_no_signal(double p_value);
	// From now on p_with, another Range, has this one's number and bounds; a change of either is announced by both.
	void share(Node *p_with);
	void unshare(); // Goes on with a copy of its own.

protected:
	static void _bind_methods();
	void let_go() override { stop_sharing(); }
	virtual void value_changed(double p_value) {} // For what derives; called before the signal.
	GDVIRTUAL1(_value_changed, double)

private:
	struct Shared {
		double min_value = 0;
		double max_value = 100;
		double step = 1;
		double page = 0; // The part of the bounds that a scroll bar's grabber covers.
		double value = 0;
		bool exp_edit = false;
		bool rounded = false;
		bool allow_greater = false;
		bool allow_lesser = false;
		LocalVector<Range *> owners; // Those that live.
		int users = 0; // The last one to leave frees it; the dead still read it.
	};
	Shared *shared;

	double legal_value(double p_value) const;
	void join(Shared *p_shared);
	void stop_sharing();
	void leave();
	void announce_value();
	void announce_bounds();
	void touch_owners(); // All show the number.
	static void announce_value_of(Range *p_range);
};
