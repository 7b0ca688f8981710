// Capturing and showing script calls.
#include "core/object/script_backtrace.h"

#include "core/object/class_db.h"
#include "core/object/script_language.h"

#include <cstring>

void ScriptBacktrace::take(ScriptLanguage *p_language, bool p_include_variables) {
	language = p_language->get_name();
	for (const ScriptLanguage::StackInfo &call : p_language->debug_get_current_stack_info()) {
		Frame frame;
		frame.function = call.func;
		frame.file = call.file;
		frame.line = call.line;
		if (p_include_variables) {
			p_language->debug_get_stack_level_members(int(frames.size()), &frame.members);
		}
		frames.push_back(frame);
	}
	if (p_include_variables && !frames.is_empty()) {
		p_language->debug_get_globals(&globals);
	}
}

TypedArray<ScriptBacktrace> ScriptBacktrace::capture(bool p_include_variables) {
	TypedArray<ScriptBacktrace> traces;
	for (int i = 0; i < ScriptServer::get_language_count(); i++) {
		Ref<ScriptBacktrace> trace;
		trace.instantiate();
		trace->take(ScriptServer::get_language(i), p_include_variables);
		if (!trace->is_empty()) {
			traces.push_back(trace);
		}
	}
	return traces;
}

// Straight from the languages: a report may be about something that must not be made now.
size_t ScriptBacktrace::write_trace(char *r_text, size_t p_size, int p_indent) {
	constexpr int MAX_LINES = 40; // Of a recursion without an end the rest says nothing new.
	const String indent = String(" ").repeat(p_indent);
	String text;
	for (int i = 0; i < ScriptServer::get_language_count(); i++) {
		ScriptLanguage *language = ScriptServer::get_language(i);
		const Vector<ScriptLanguage::StackInfo> calls = language->debug_get_current_stack_info(MAX_LINES + 1);
		if (calls.is_empty()) {
			continue;
		}
		text += indent + language->get_name() + " backtrace (most recent call first):\n";
		for (int64_t j = 0; j < MIN(calls.size(), int64_t(MAX_LINES)); j++) {
			text += indent + "    [" + itos(j) + "] " + calls[j].func + " (" + calls[j].file + ":" + itos(calls[j].line) + ")\n";
		}
		if (calls.size() > MAX_LINES) {
			text += indent + "    ...\n";
		}
	}
	const CharString bytes = text.utf8();
	const size_t length = MIN(size_t(bytes.length()), p_size);
	memcpy(r_text, bytes.get_data(), length);
	return length;
}

String ScriptBacktrace::get_frame_function(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(frames.size()), String());
	return frames[p_index].function;
}

String ScriptBacktrace::get_frame_file(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(frames.size()), String());
	return frames[p_index].file;
}

int ScriptBacktrace::get_frame_line(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, int(frames.size()), -1);
	return frames[p_index].line;
}

String ScriptBacktrace::get_global_variable_name(int p_variable) const {
	ERR_FAIL_INDEX_V(p_variable, int(globals.size()), String());
	return globals[p_variable].first;
}

Variant ScriptBacktrace::get_global_variable_value(int p_variable) const {
	ERR_FAIL_INDEX_V(p_variable, int(globals.size()), Variant());
	return globals[p_variable].second;
}

int ScriptBacktrace::get_local_variable_count(int p_frame) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), 0);
	return 0;
}

String ScriptBacktrace::get_local_variable_name(int p_frame, int p_variable) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), String());
	ERR_FAIL_V_MSG(String(), vformat("The call %d has no local variable %d: see get_local_variable_count().", p_frame, p_variable));
}

Variant ScriptBacktrace::get_local_variable_value(int p_frame, int p_variable) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), Variant());
	ERR_FAIL_V_MSG(Variant(), vformat("The call %d has no local variable %d: see get_local_variable_count().", p_frame, p_variable));
}

int ScriptBacktrace::get_member_variable_count(int p_frame) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), 0);
	return int(frames[p_frame].members.size());
}

String ScriptBacktrace::get_member_variable_name(int p_frame, int p_variable) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), String());
	ERR_FAIL_INDEX_V(p_variable, int(frames[p_frame].members.size()), String());
	return frames[p_frame].members[p_variable].first;
}

Variant ScriptBacktrace::get_member_variable_value(int p_frame, int p_variable) const {
	ERR_FAIL_INDEX_V(p_frame, int(frames.size()), Variant());
	ERR_FAIL_INDEX_V(p_variable, int(frames[p_frame].members.size()), Variant());
	return frames[p_frame].members[p_variable].second;
}

String ScriptBacktrace::format(int p_indent_all, int p_indent_frames) const {
	if (frames.is_empty()) {
		return String();
	}
	const String indent = String(" ").repeat(MAX(p_indent_all, 0));
	const String frame_indent = indent + String(" ").repeat(MAX(p_indent_frames, 0));
	String text = indent + language + " backtrace (most recent call first):";
	for (uint32_t i = 0; i < frames.size(); i++) {
		text += "\n" + frame_indent + "[" + itos(i) + "] " + frames[i].function + " (" + frames[i].file + ":" + itos(frames[i].line) + ")";
	}
	return text;
}

void ScriptBacktrace::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_language_name"), &ScriptBacktrace::get_language_name);
	ClassDB::bind_method(D_METHOD("is_empty"), &ScriptBacktrace::is_empty);
	ClassDB::bind_method(D_METHOD("get_frame_count"), &ScriptBacktrace::get_frame_count);
	ClassDB::bind_method(D_METHOD("get_frame_function", "index"), &ScriptBacktrace::get_frame_function);
	ClassDB::bind_method(D_METHOD("get_frame_file", "index"), &ScriptBacktrace::get_frame_file);
	ClassDB::bind_method(D_METHOD("get_frame_line", "index"), &ScriptBacktrace::get_frame_line);
	ClassDB::bind_method(D_METHOD("get_global_variable_count"), &ScriptBacktrace::get_global_variable_count);
	ClassDB::bind_method(D_METHOD("get_global_variable_name", "variable_index"), &ScriptBacktrace::get_global_variable_name);
	ClassDB::bind_method(D_METHOD("get_global_variable_value", "variable_index"), &ScriptBacktrace::get_global_variable_value);
	ClassDB::bind_method(D_METHOD("get_local_variable_count", "frame_index"), &ScriptBacktrace::get_local_variable_count);
	ClassDB::bind_method(D_METHOD("get_local_variable_name", "frame_index", "variable_index"), &ScriptBacktrace::get_local_variable_name);
	ClassDB::bind_method(D_METHOD("get_local_variable_value", "frame_index", "variable_index"), &ScriptBacktrace::get_local_variable_value);
	ClassDB::bind_method(D_METHOD("get_member_variable_count", "frame_index"), &ScriptBacktrace::get_member_variable_count);
	ClassDB::bind_method(D_METHOD("get_member_variable_name", "frame_index", "variable_index"), &ScriptBacktrace::get_member_variable_name);
	ClassDB::bind_method(D_METHOD("get_member_variable_value", "frame_index", "variable_index"), &ScriptBacktrace::get_member_variable_value);
	ClassDB::bind_method(D_METHOD("format", "indent_all", "indent_frames"), &ScriptBacktrace::format, DEFVAL(0), DEFVAL(4));
}
