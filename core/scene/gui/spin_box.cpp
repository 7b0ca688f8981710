// From the number to the text and back.
#include "core/scene/gui/spin_box.h"

#include "core/math/math_funcs.h"
#include "core/object/callable_method_pointer.h"
#include "core/object/class_db.h"
#include "core/object/message_queue.h"
#include "core/scene/gui/line_edit.h"
#include "core/scene/gui/number_entry.h"

SpinBox::SpinBox() {
	LineEdit *line = memnew(LineEdit);
	line_edit = line->get_instance_id();
	add_child(line, false, INTERNAL_MODE_FRONT);
	line->set_anchors_preset(PRESET_FULL_RECT);
	line->connect(SNAME("text_submitted"), callable_mp(this, &SpinBox::text_submitted));
	set_step(1);
	set_v_size_flags(SIZE_FILL);
	show_value();
}

LineEdit *SpinBox::get_line_edit() const {
	return Object::cast_to<LineEdit>(ObjectDB::get_instance(line_edit));
}

void SpinBox::show_value() {
	show_queued = false;
	const int decimals = Math::step_decimals(get_step());
	String shown = String::num(get_value(), decimals).pad_decimals(decimals);
	if (!prefix.is_empty()) {
		shown = prefix + " " + shown;
	}
	if (!suffix.is_empty()) {
		shown += " " + suffix;
	}
	if (LineEdit *line = get_line_edit()) {
		line->set_text(shown);
	}
}

// A typed number has no exponential scale.
void SpinBox::_validate_property(PropertyInfo &p_property) const {
	if (p_property.name == "exp_edit") {
		p_property.usage = PROPERTY_USAGE_NONE;
	}
}

// Many changes in a frame make one new text.
void SpinBox::value_changed(double p_value) {
	if (!show_queued) {
		show_queued = true;
		MessageQueue::get_singleton()->push_callable(callable_mp(this, &SpinBox::show_value));
	}
}

void SpinBox::apply() {
	const LineEdit *line = get_line_edit();
	String typed = line ? line->get_text() : String();
	typed = prefix.is_empty() ? typed : typed.trim_prefix(prefix + " ");
	typed = suffix.is_empty() ? typed : typed.trim_suffix(" " + suffix);
	double value;
	if (parse_number_entry(typed.strip_edges(), value)) {
		set_value(value);
	}
	show_value();
}

void SpinBox::set_horizontal_alignment(HorizontalAlignment p_alignment) {
	if (LineEdit *line = get_line_edit()) {
		line->set_horizontal_alignment(p_alignment);
	}
}

HorizontalAlignment SpinBox::get_horizontal_alignment() const {
	const LineEdit *line = get_line_edit();
	return line ? line->get_horizontal_alignment() : HORIZONTAL_ALIGNMENT_LEFT;
}

void SpinBox::set_editable(bool p_enabled) {
	if (LineEdit *line = get_line_edit()) {
		line->set_editable(p_enabled);
	}
}

bool SpinBox::is_editable() const {
	const LineEdit *line = get_line_edit();
	return line && line->is_editable();
}

void SpinBox::set_select_all_on_focus(bool p_enabled) {
	if (LineEdit *line = get_line_edit()) {
		line->set_select_all_on_focus(p_enabled);
	}
}

bool SpinBox::is_select_all_on_focus() const {
	const LineEdit *line = get_line_edit();
	return line && line->is_select_all_on_focus();
}

void SpinBox::set_prefix(const String &p_prefix) {
	prefix = p_prefix;
	show_value();
}

void SpinBox::set_suffix(const String &p_suffix) {
	suffix = p_suffix;
	show_value();
}

void SpinBox::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_horizontal_alignment", "alignment"), &SpinBox::set_horizontal_alignment);
	ClassDB::bind_method(D_METHOD("get_horizontal_alignment"), &SpinBox::get_horizontal_alignment);
	ClassDB::bind_method(D_METHOD("set_suffix", "suffix"), &SpinBox::set_suffix);
	ClassDB::bind_method(D_METHOD("get_suffix"), &SpinBox::get_suffix);
	ClassDB::bind_method(D_METHOD("set_prefix", "prefix"), &SpinBox::set_prefix);
	ClassDB::bind_method(D_METHOD("get_prefix"), &SpinBox::get_prefix);
	ClassDB::bind_method(D_METHOD("set_editable", "enabled"), &SpinBox::set_editable);
	ClassDB::bind_method(D_METHOD("set_custom_arrow_step", "arrow_step"), &SpinBox::set_custom_arrow_step);
	ClassDB::bind_method(D_METHOD("get_custom_arrow_step"), &SpinBox::get_custom_arrow_step);
	ClassDB::bind_method(D_METHOD("set_custom_arrow_round", "round"), &SpinBox::set_custom_arrow_round);
	ClassDB::bind_method(D_METHOD("is_custom_arrow_rounding"), &SpinBox::is_custom_arrow_rounding);
	ClassDB::bind_method(D_METHOD("is_editable"), &SpinBox::is_editable);
	ClassDB::bind_method(D_METHOD("set_update_on_text_changed", "enabled"), &SpinBox::set_update_on_text_changed);
	ClassDB::bind_method(D_METHOD("get_update_on_text_changed"), &SpinBox::get_update_on_text_changed);
	ClassDB::bind_method(D_METHOD("set_select_all_on_focus", "enabled"), &SpinBox::set_select_all_on_focus);
	ClassDB::bind_method(D_METHOD("is_select_all_on_focus"), &SpinBox::is_select_all_on_focus);
	ClassDB::bind_method(D_METHOD("apply"), &SpinBox::apply);
	ClassDB::bind_method(D_METHOD("get_line_edit"), &SpinBox::get_line_edit);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "alignment", PROPERTY_HINT_ENUM, "Left,Center,Right,Fill"), "set_horizontal_alignment", "get_horizontal_alignment");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "editable"), "set_editable", "is_editable");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "update_on_text_changed"), "set_update_on_text_changed", "get_update_on_text_changed");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "prefix"), "set_prefix", "get_prefix");
	ADD_PROPERTY(PropertyInfo(Variant::STRING, "suffix"), "set_suffix", "get_suffix");
	ADD_PROPERTY(PropertyInfo(Variant::FLOAT, "custom_arrow_step", PROPERTY_HINT_RANGE, "0,10000,0.0001,or_greater"), "set_custom_arrow_step", "get_custom_arrow_step");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "custom_arrow_round"), "set_custom_arrow_round", "is_custom_arrow_rounding");
	ADD_PROPERTY(PropertyInfo(Variant::BOOL, "select_all_on_focus"), "set_select_all_on_focus", "is_select_all_on_focus");
}
