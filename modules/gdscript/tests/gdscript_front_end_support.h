// Runs the front end of GDScript over texts in tests, with files that exist only in memory or in a folder of the system.
#pragma once

#include "core/io/file_access.h"
#include "core/object/script_language.h"
#include "core/templates/hash_map.h"
#include "modules/gdscript/analysis/gdscript_unit.h"

class GDScriptTestResolver : public GDScriptDependencyResolver {
	HashMap<String, GDScriptUnit *> units;
	HashMap<String, String> sources;
	HashMap<StringName, String> global_classes;

public:
	String root; // Of res://, empty without one.

	void add_source(const String &p_path, const String &p_source) { sources.insert(p_path, p_source); }
	void add_global_class(const StringName &p_name, const String &p_path) { global_classes.insert(p_name, p_path); }

	String system_path(const String &p_path) const { return root + "/" + p_path.trim_prefix("res://"); }

	GDScriptUnit *get_unit(const String &p_path) override {
		if (GDScriptUnit **known = units.getptr(p_path)) {
			return *known;
		}
		const String *source = sources.getptr(p_path);
		if (!source && (root.is_empty() || !FileAccess::exists(system_path(p_path)))) {
			return nullptr;
		}
		GDScriptUnit *unit = new GDScriptUnit(p_path, source ? *source : FileAccess::get_file_as_string(system_path(p_path)), this);
		units.insert(p_path, unit);
		unit->parse();
		return unit;
	}
	String get_global_class_path(const StringName &p_name) override {
		const String *path = global_classes.getptr(p_name);
		return path ? *path : String();
	}
	bool get_autoload(const StringName &, String &, bool &) override { return false; }
	Ref<RefCounted> load_resource(const String &p_path, String &r_reason) override {
		if (!file_exists(p_path)) {
			r_reason = "there is no such file.";
			return Ref<RefCounted>();
		}
		Ref<RefCounted> resource;
		resource.instantiate();
		return resource;
	}
	Variant get_class_value(GDScriptAST::ClassNode *) override { return Variant(); }
	bool file_exists(const String &p_path) override { return sources.has(p_path) || (!root.is_empty() && FileAccess::exists(system_path(p_path))); }

	~GDScriptTestResolver() override {
		for (auto &entry : units) {
			delete entry.value;
		}
	}
};

// One text without a path.
struct GDScriptFrontEndProbe {
	GDScriptTestResolver resolver;
	GDScriptUnit unit;

	explicit GDScriptFrontEndProbe(const String &p_source, const String &p_path = String()) :
			unit(p_path, p_source, &resolver) {
		ScriptServer::set_showing_warnings(true);
	}
	~GDScriptFrontEndProbe() { ScriptServer::set_showing_warnings(false); }
	bool accepts() { return unit.analyze() == OK; }
	Vector<ScriptDiagnostic> errors() {
		unit.analyze();
		return unit.diagnostics.get(ScriptDiagnostic::ERROR);
	}
	// "line: message" of the first error, empty without one.
	String first_error() {
		unit.analyze();
		const Vector<ScriptDiagnostic> found = errors();
		return found.is_empty() ? String() : itos(found[0].line) + ": " + found[0].message;
	}
	// Names of the warnings, joined by spaces.
	String warnings() {
		unit.analyze();
		String names;
		for (const ScriptDiagnostic &warning : unit.diagnostics.get(ScriptDiagnostic::WARNING)) {
			names += (names.is_empty() ? "" : " ") + String(warning.code);
		}
		return names;
	}
};
