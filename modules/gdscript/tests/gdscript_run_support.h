// Compiles and runs source text in tests, and catches what it prints and reports.
#pragma once

#include "core/error/error_macros.h"
#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/resource_loader.h"
#include "core/object/ref_counted.h"
#include "core/string/print_string.h"
#include "modules/gdscript/compiler/gdscript_disassembler.h"
#include "modules/gdscript/compiler/gdscript_verifier.h"
#include "modules/gdscript/runtime/gdscript.h"

#include "tests/test_macros.h"

// Everything printed to stdout and every reported error, while it lives; stderr stays silent.
class GDScriptTestOutput {
	PrintHandler print_handler;
	ErrorHandler error_handler;
	bool was_printing = is_error_printing_enabled();

public:
	Vector<String> printed;
	Vector<String> errors; // Messages only.
	Vector<int> error_lines; // Of each: the line of the script, 0 where no script reported it.

	GDScriptTestOutput() {
		print_handler.userdata = this;
		print_handler.func = [](void *p_self, const String &p_text, bool p_error) {
			if (!p_error) {
				static_cast<GDScriptTestOutput *>(p_self)->printed.push_back(p_text);
			}
		};
		error_handler.userdata = this;
		error_handler.func = [](void *p_self, const ErrorReport &p_report) {
			GDScriptTestOutput *self = static_cast<GDScriptTestOutput *>(p_self);
			self->errors.push_back(*p_report.message ? p_report.message : p_report.condition);
			self->error_lines.push_back(p_report.type == ERR_HANDLER_SCRIPT ? p_report.line : 0);
		};
		add_print_handler(&print_handler);
		add_error_handler(&error_handler);
		set_error_printing(false);
		set_print_line_enabled(false);
	}
	~GDScriptTestOutput() {
		set_print_line_enabled(true);
		set_error_printing(was_printing);
		remove_error_handler(&error_handler);
		remove_print_handler(&print_handler);
	}
	GDScriptTestOutput(const GDScriptTestOutput &) = delete;
	void operator=(const GDScriptTestOutput &) = delete;
};

// Null when it was refused.
inline Ref<GDScript> compile_source(const String &p_source) {
	Ref<GDScript> script;
	script.instantiate();
	script->set_source_code(p_source);
	return script->reload() == OK ? script : Ref<GDScript>();
}

// The code of the function `f`, verified.
inline String compile_and_list(const String &p_source) {
	const Ref<GDScript> script = compile_source(p_source);
	const GDScriptFunction *function = script.is_valid() ? script->find_function("f") : nullptr;
	if (!function) {
		return "refused";
	}
	const String problem = gdscript_verify(function);
	return problem.is_empty() ? gdscript_disassemble(function) : problem;
}

// Makes an instance and calls `run()`; what it returned.
inline Variant run_source(const String &p_source) {
	const Ref<GDScript> script = compile_source(p_source);
	if (script.is_null()) {
		return "refused";
	}
	Callable::CallError error;
	const Variant instance = script->create_instance(nullptr, 0, error);
	Object *object = instance.get_validated_object();
	return object ? object->callp("run", nullptr, 0, error) : Variant("no instance");
}

// Script files in a folder of their own; "res:" in their text stands for the folder.
class ScriptFiles {
	const Ref<DirAccess> directory = DirAccess::create_temp("estragon-test");
	const String folder = directory->get_current_dir();

public:
	void write(const String &p_name, const String &p_source) const {
		const Ref<FileAccess> file = FileAccess::open(folder.path_join(p_name), FileAccess::WRITE);
		file->store_string(p_source.replace("res:", folder));
	}
	Ref<GDScript> load(const String &p_name, const String &p_source) const {
		write(p_name, p_source);
		return load_written(p_name, ResourceFormatLoader::CACHE_MODE_REUSE);
	}
	Ref<GDScript> load_written(const String &p_name, ResourceFormatLoader::CacheMode p_mode) const {
		const Ref<Resource> script = ResourceLoader::load(folder.path_join(p_name), "", p_mode);
		return Ref<GDScript>(Object::cast_to<GDScript>(script.ptr()));
	}
};

inline Variant call_on(const Variant &p_base, const char *p_method) {
	Callable::CallError error;
	return p_base.get_validated_object()->callp(p_method, nullptr, 0, error);
}

inline Variant make(const Ref<GDScript> &p_script) {
	Callable::CallError error;
	return p_script->create_instance(nullptr, 0, error);
}
