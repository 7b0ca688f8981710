// SpinBox: a range that is typed into a line of text, as data.
#pragma once

#include "core/scene/gui/range.h"

class LineEdit;

class SpinBox : public Range {
	GDCLASS(SpinBox, Range);

public:
	SpinBox();

	void set_horizontal_alignment(HorizontalAlignment p_alignment);
	HorizontalAlignment get_horizontal_alignment() const;
	void set_editable(bool p_enabled);
	bool is_editable() const;
	void set_update_on_text_changed(bool p_enabled) { update_on_text_changed = p_enabled; }
	bool get_update_on_text_changed() const { return update_on_text_changed; }
	void set_prefix(const String &p_prefix);
	String get_prefix() const { return prefix; }
	void set_suffix(const String &p_suffix);
	String get_suffix() const { return suffix; }
	void set_custom_arrow_step(double p_arrow_step) { custom_arrow_step = p_arrow_step; }
	double get_custom_arrow_step() const { return custom_arrow_step; }
	void set_custom_arrow_round(bool p_round) { custom_arrow_round = p_round; }
	bool is_custom_arrow_rounding() const { return custom_arrow_round; }
	void set_select_all_on_focus(bool p_enabled);
	bool is_select_all_on_focus() const;
	void apply(); // Takes over what is typed if it is a number or a sum.
	LineEdit *get_line_edit() const; // Stays this node's. Null once a script has freed it.

protected:
	static void _bind_methods();
	void value_changed(double p_value) override;
	void _validate_property(PropertyInfo &p_property) const;

private:
	ObjectID line_edit;
	bool update_on_text_changed = false;
	String prefix;
	String suffix;
	double custom_arrow_step = 0.0;
	bool custom_arrow_round = false;
	bool show_queued = false;

	void show_value();
	void text_submitted(const String &p_text) { apply(); }
};
