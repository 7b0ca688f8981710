// The calls of a script language on one thread, as they were when it was captured.
#pragma once

#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"
#include "core/templates/pair.h"
#include "core/variant/typed_array.h"

class ScriptLanguage;

// Holds copies: it stays good when the calls are over, and may be passed to other threads.
class ScriptBacktrace : public RefCounted {
	GDCLASS(ScriptBacktrace, RefCounted);

public:
	// Of the calling thread: one for each language that runs a function there. p_include_variables also keeps what the variables hold.
	static TypedArray<ScriptBacktrace> capture(bool p_include_variables);
	// Answers error_trace_hook.
	static size_t write_trace(char *r_text, size_t p_size, int p_indent);

	String get_language_name() const { return language; }
	bool is_empty() const { return frames.is_empty(); }
	int get_frame_count() const { return int(frames.size()); }
	// The innermost call has the index 0. An index that is none gives an error, and nothing.
	String get_frame_function(int p_index) const;
	String get_frame_file(int p_index) const;
	int get_frame_line(int p_index) const;
	int get_global_variable_count() const { return int(globals.size()); }
	String get_global_variable_name(int p_variable) const;
	Variant get_global_variable_value(int p_variable) const;
	// Registers have no names when the program runs: always 0.
	int get_local_variable_count(int p_frame) const;
	String get_local_variable_name(int p_frame, int p_variable) const;
	Variant get_local_variable_value(int p_frame, int p_variable) const;
	int get_member_variable_count(int p_frame) const;
	String get_member_variable_name(int p_frame, int p_variable) const;
	Variant get_member_variable_value(int p_frame, int p_variable) const;
	// A headline and a line a call. Spaces before every line, and before those of the calls in addition.
	String format(int p_indent_all = 0, int p_indent_frames = 4) const;
	String _to_string() override { return format(); }

protected:
	static void _bind_methods();

private:
	using Variables = LocalVector<Pair<StringName, Variant>>;
	struct Frame {
		String function;
		String file;
		int line = 0;
		Variables members;
	};

	String language;
	LocalVector<Frame> frames;
	Variables globals;

	void take(ScriptLanguage *p_language, bool p_include_variables);
};
