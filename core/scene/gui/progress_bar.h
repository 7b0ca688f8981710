// ProgressBar: a range shown as a bar, as data.
#pragma once

#include "core/scene/gui/range.h"

class ProgressBar : public Range {
	GDCLASS(ProgressBar, Range);

public:
	ProgressBar() {
		set_v_size_flags(0);
		set_step(0.01);
	}

	enum FillMode : int {
		FILL_BEGIN_TO_END,
		FILL_END_TO_BEGIN,
		FILL_TOP_TO_BOTTOM,
		FILL_BOTTOM_TO_TOP,
	};

	void set_fill_mode(int p_mode); // One of FILL_*.
	int get_fill_mode() const { return fill_mode; }
	void set_show_percentage(bool p_visible) { show_percentage = p_visible; }
	bool is_percentage_shown() const { return show_percentage; }
	void set_indeterminate(bool p_indeterminate) { indeterminate = p_indeterminate; }
	bool is_indeterminate() const { return indeterminate; }
	void set_editor_preview_indeterminate(bool p_preview_indeterminate) { editor_preview_indeterminate = p_preview_indeterminate; }
	bool is_editor_preview_indeterminate_enabled() const { return editor_preview_indeterminate; }

protected:
	static void _bind_methods();

private:
	int fill_mode = 0;
	bool show_percentage = true;
	bool indeterminate = false;
	bool editor_preview_indeterminate = true;
};

VARIANT_ENUM_CAST(ProgressBar::FillMode);
