// The enums with which nodes say how text is laid out; the values are those that scenes store.
#pragma once

#include "core/math/math_defs.h"
#include "core/variant/binder_common.h"

enum HorizontalAlignment : int {
	HORIZONTAL_ALIGNMENT_LEFT,
	HORIZONTAL_ALIGNMENT_CENTER,
	HORIZONTAL_ALIGNMENT_RIGHT,
	HORIZONTAL_ALIGNMENT_FILL,
};

enum VerticalAlignment : int {
	VERTICAL_ALIGNMENT_TOP,
	VERTICAL_ALIGNMENT_CENTER,
	VERTICAL_ALIGNMENT_BOTTOM,
	VERTICAL_ALIGNMENT_FILL,
};

// Only the names of the text server: nothing here shapes text.
struct TextServer {
	enum AutowrapMode : int {
		AUTOWRAP_OFF,
		AUTOWRAP_ARBITRARY,
		AUTOWRAP_WORD,
		AUTOWRAP_WORD_SMART,
	};

	enum LineBreakFlag : int {
		BREAK_NONE = 0,
		BREAK_TRIM_START_EDGE_SPACES = 64,
		BREAK_TRIM_END_EDGE_SPACES = 128,
	};
	static constexpr int64_t BREAK_TRIM_MASK = 32 | BREAK_TRIM_START_EDGE_SPACES | BREAK_TRIM_END_EDGE_SPACES; // 32: indentation.

	enum JustificationFlag : int {
		JUSTIFICATION_NONE = 0,
		JUSTIFICATION_KASHIDA = 1,
		JUSTIFICATION_WORD_BOUND = 2,
		JUSTIFICATION_SKIP_LAST_LINE = 32,
		JUSTIFICATION_DO_NOT_SKIP_SINGLE_LINE = 128,
	};

	enum OverrunBehavior : int {
		OVERRUN_NO_TRIMMING,
		OVERRUN_TRIM_CHAR,
		OVERRUN_TRIM_WORD,
		OVERRUN_TRIM_ELLIPSIS,
		OVERRUN_TRIM_WORD_ELLIPSIS,
		OVERRUN_TRIM_ELLIPSIS_FORCE,
		OVERRUN_TRIM_WORD_ELLIPSIS_FORCE,
	};

	enum VisibleCharactersBehavior : int {
		VC_CHARS_BEFORE_SHAPING,
		VC_CHARS_AFTER_SHAPING,
		VC_GLYPHS_AUTO,
		VC_GLYPHS_LTR,
		VC_GLYPHS_RTL,
	};

	enum StructuredTextParser : int {
		STRUCTURED_TEXT_DEFAULT,
		STRUCTURED_TEXT_URI,
		STRUCTURED_TEXT_FILE,
		STRUCTURED_TEXT_EMAIL,
		STRUCTURED_TEXT_LIST,
		STRUCTURED_TEXT_GDSCRIPT,
		STRUCTURED_TEXT_CUSTOM,
	};
};

VARIANT_ENUM_CAST(Side);
VARIANT_ENUM_CAST(HorizontalAlignment);
VARIANT_ENUM_CAST(VerticalAlignment);
VARIANT_ENUM_CAST(TextServer::AutowrapMode);
VARIANT_BITFIELD_CAST(TextServer::LineBreakFlag);
VARIANT_BITFIELD_CAST(TextServer::JustificationFlag);
VARIANT_ENUM_CAST(TextServer::OverrunBehavior);
VARIANT_ENUM_CAST(TextServer::VisibleCharactersBehavior);
VARIANT_ENUM_CAST(TextServer::StructuredTextParser);
