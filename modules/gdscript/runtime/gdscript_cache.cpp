// Loading script files and compiling what they name.
#include "modules/gdscript/runtime/gdscript_cache.h"

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/io/loading_pause.h"
#include "core/io/resource_loader.h"
#include "core/os/memory.h"
#include "core/os/memory_trim.h"
#include "core/string/print_string.h"
#include "modules/gdscript/compiler/gdscript_compiler.h"
#include "modules/gdscript/runtime/gdscript_language.h"
#include "modules/gdscript/runtime/gdscript_reload.h"
#include "modules/gdscript/vm/gdscript_lambda_callable.h"
#include "modules/gdscript/vm/gdscript_utility_functions.h"

using namespace GDScriptAST;

GDScriptCache *GDScriptCache::singleton = nullptr;

GDScriptCache::~GDScriptCache() {
	clear();
	singleton = nullptr;
}

void GDScriptCache::clear() {
	scripts.clear();
	pending.clear();
	uninitialized.clear();
	drop_trees();
	compiled_sources.clear();
}

// All at once: trees point into each other.
void GDScriptCache::drop_trees() {
	class_scripts.clear();
	compiled.clear();
	for (const KeyValue<String, GDScriptUnit *> &entry : units) {
		compiled_sources.insert(entry.key, entry.value->source);
		memdelete(entry.value);
	}
	units.clear();
	for (GDScriptUnit *unit : retired_units) {
		memdelete(unit);
	}
	retired_units.clear();
}

void GDScriptCache::drop_trees_later() {
	static constexpr uint32_t MANY_UNITS = 20; // Some ten megabytes.
	const uint32_t now = compilations.load(std::memory_order_relaxed);
	if (now != seen_compilations) {
		seen_compilations = now;
		may_have_trees = true;
	} else if (may_have_trees) {
		may_have_trees = !run_while_nothing_loads([]() {
			if (singleton->in_progress.is_empty() && singleton->pending.is_empty() && singleton->uninitialized.is_empty() && !singleton->quiet) {
				const bool were_many = singleton->units.size() >= MANY_UNITS;
				singleton->drop_trees();
				if (were_many) {
					give_back_free_memory();
				}
			}
		});
	}
}

// --- Classes ---------------------------------------------------------------------------------------------------------

void GDScriptCache::link_class(GDScriptClass *p_script, ClassNode *p_class) {
	class_scripts.insert(p_class, p_script);
	if (p_class->identifier) {
		p_script->local_name = p_class->identifier->name;
	}
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind != ClassNode::Member::CLASS) {
			continue;
		}
		Ref<GDScriptClass> &inner = p_script->subclasses[member.name];
		if (inner.is_null()) {
			inner = Ref<GDScriptClass>(memnew(GDScript));
		}
		inner->outer = p_script;
		inner->path = p_script->path;
		link_class(inner.ptr(), member.class_node);
	}
}

void GDScriptCache::unlink_class(const ClassNode *p_class) {
	class_scripts.erase(p_class);
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::CLASS) {
			unlink_class(member.class_node);
		}
	}
}

GDScriptClass *GDScriptCache::get_class_of(ClassNode *p_class) {
	GDScriptClass **known = class_scripts.getptr(p_class);
	if (!known) {
		GDScriptUnit *unit = p_class->unit;
		Ref<GDScript> &root = scripts[unit->path];
		if (root.is_null()) {
			root = Ref<GDScript>(memnew(GDScript));
			root->source = unit->source;
			root->set_script_path(unit->path);
			root->set_path_cache(unit->path);
		}
		link_class(root.ptr(), unit->tree);
		known = class_scripts.getptr(p_class);
		CRASH_COND(known == nullptr);
	}
	if (!compiled.has(p_class->unit) && !in_progress.has(p_class->unit) && pending.find(p_class->unit) < 0) {
		pending.push_back(p_class->unit);
	}
	return *known;
}

GDScriptClass *GDScriptCache::get_class_with_interface(ClassNode *p_class) {
	GDScriptClass *script = get_class_of(p_class);
	if (!script->has_interface) {
		finish_analysis(p_class->unit);
		if (!p_class->unit->has_errors()) { // Else it will be missed when the code runs.
			GDScriptCompiler(*this).make_interface(script, p_class);
		}
	}
	return script;
}

Variant GDScriptCache::get_class_value(ClassNode *p_class) {
	return Variant(static_cast<const Object *>(get_class_of(p_class)));
}

// --- Compiling -------------------------------------------------------------------------------------------------------

void GDScriptCache::report(const GDScriptUnit *p_unit) const {
	if (quiet) {
		return;
	}
	const String path = p_unit->path.is_empty() ? String("<source>") : p_unit->path;
	for (const ScriptDiagnostic &diagnostic : p_unit->diagnostics.get_all()) {
		String text = diagnostic.message;
		ErrorHandlerType type = ERR_HANDLER_ERROR;
		if (diagnostic.severity == ScriptDiagnostic::ERROR) {
			text = "Parse Error: " + text;
			type = ERR_HANDLER_SCRIPT;
		} else if (diagnostic.severity == ScriptDiagnostic::WARNING) {
			if (!ScriptServer::is_showing_warnings()) {
				continue;
			}
			text += " (" + String(diagnostic.code) + ")";
			type = ERR_HANDLER_WARNING;
		}
		_err_print_error("GDScript::reload", path.utf8().get_data(), diagnostic.line, text.utf8().get_data(), "", type);
		if (is_error_printing_enabled()) {
			print_error(p_unit->format_excerpt(diagnostic));
		}
	}
}

// What is wrong with the files that a file with errors needs: that it needs them is all that was told.
void GDScriptCache::report_needed(const GDScriptUnit *p_unit) {
	for (const String &path : p_unit->dependencies) {
		GDScriptUnit **needed = units.getptr(path);
		if (needed && (*needed)->has_errors() && !compiled.has(*needed) && !in_progress.has(*needed)) {
			compiled.insert(*needed);
			report(*needed);
			report_needed(*needed);
		}
	}
}

// Files may use each other's classes whatever is wrong inside of them, but nothing stands on a base that does not compile.
void GDScriptCache::check_bases(GDScriptUnit *p_unit, ClassNode *p_class) {
	for (ClassNode *base = p_class->base_type.class_type; base; base = base->base_type.class_type) {
		finish_analysis(base->unit);
		if (base->unit != p_unit && base->unit->has_errors()) {
			ScriptDiagnostic problem = p_unit->make_diagnostic(ScriptDiagnostic::ERROR, p_class, "The script \"" + base->unit->path + "\", which this extends, has errors; mend them first.");
			problem.code = SNAME("semantics");
			p_unit->diagnostics.add(problem);
			return;
		}
	}
	for (const ClassNode::Member &member : p_class->members) {
		if (member.kind == ClassNode::Member::CLASS) {
			check_bases(p_unit, member.class_node);
		}
	}
}

Error GDScriptCache::compile_unit(GDScriptUnit *p_unit, GDScriptClass *p_script, bool p_keep_state) {
	compilations.fetch_add(1, std::memory_order_relaxed);
	in_progress.insert(p_unit);
	p_script->compiling = true;
	Error result = p_unit->analyze();
	if (result == OK) {
		check_bases(p_unit, p_unit->tree);
	}
	report(p_unit);
	if (result != OK || p_unit->has_errors()) {
		report_needed(p_unit);
		p_script->valid = false;
		result = ERR_PARSE_ERROR;
	} else {
		GDScriptReload values(p_script);
		GDScriptCompiler(*this).compile(p_script, p_unit->tree);
		values.restore(p_keep_state);
	}
	p_script->compiling = false;
	in_progress.erase(p_unit);
	compiled.insert(p_unit);
	if (result == OK) {
		uninitialized.push_back(Ref<GDScriptClass>());
		uninitialized[uninitialized.size() - 1].reference_ptr(p_script);
	}
	return result;
}

void GDScriptCache::finish_analysis(GDScriptUnit *p_unit) {
	if (!in_progress.has(p_unit)) {
		p_unit->analyze();
	}
}

void GDScriptCache::compile_pending() {
	while (!pending.is_empty()) {
		GDScriptUnit *unit = pending[pending.size() - 1];
		pending.resize(pending.size() - 1);
		if (compiled.has(unit) || in_progress.has(unit) || !unit->tree) {
			continue;
		}
		compile_unit(unit, get_class_of(unit->tree), false);
	}
	// What was named by others was compiled after them, and is what they start from.
	while (!quiet && in_progress.is_empty() && !uninitialized.is_empty()) {
		const Ref<GDScriptClass> script = uninitialized[uninitialized.size() - 1];
		uninitialized.resize(uninitialized.size() - 1);
		script->init_statics();
	}
}

Error GDScriptCache::compile(GDScript *p_script, bool p_keep_state) {
	const Ref<GDScript> kept(p_script);
	const bool was_compiled = p_script->layout != 0;
	GDScriptUnit *unit = memnew(GDScriptUnit(p_script->path, p_script->source, this));
	const bool has_path = !p_script->path.is_empty() && scripts.has(p_script->path) && scripts[p_script->path].ptr() == p_script;
	if (has_path) {
		if (GDScriptUnit **old = units.getptr(p_script->path)) {
			retired_units.push_back(*old);
		}
		units.insert(p_script->path, unit);
	}
	unit->parse();
	in_progress.insert(unit);
	if (unit->tree) {
		link_class(p_script, unit->tree);
	}
	const Error result = compile_unit(unit, p_script, p_keep_state);
	compile_pending();
	if (result == OK && was_compiled) {
		recompile_derived(p_script);
		if (following.is_empty()) {
			following.insert(p_script); // Once, not from within.
			recompile_outdated();
			following.clear();
		}
	}
	if (!has_path) {
		if (unit->tree) {
			unlink_class(unit->tree);
		}
		compiled.erase(unit);
		memdelete(unit);
	}
	return result;
}

static bool derives_from_file(const GDScriptClass *p_script, const GDScriptClass *p_root) {
	GDScriptClass *base = p_script->get_base();
	if (base && base->get_root_class() == p_root) {
		return true;
	}
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : p_script->get_subclasses()) {
		if (derives_from_file(entry.value.ptr(), p_root)) {
			return true;
		}
	}
	return false;
}

// Files may derive from each other's classes in circles; each has its turn once.
void GDScriptCache::recompile_derived(GDScript *p_script) {
	following.insert(p_script);
	for (const Ref<GDScript> &script : GDScriptLanguage::get_singleton()->list_scripts()) {
		if (script->outer || following.has(script.ptr()) || !derives_from_file(script.ptr(), p_script)) {
			continue;
		}
		if (compile(script.ptr(), true) != OK) {
			script->disable(false); // What it was compiled to relies on a base that is no more.
		}
	}
	following.erase(p_script);
}

// After that only circles are left, and inner classes that are not in the source any more.
void GDScriptCache::recompile_outdated() {
	for (const Ref<GDScript> &script : GDScriptLanguage::get_singleton()->list_scripts()) {
		if (script->outer || !script->is_outdated()) {
			continue;
		}
		const Error error = compile(script.ptr(), true);
		script->disable(error == OK);
	}
}

Ref<GDScript> GDScriptCache::load(const String &p_path, Error &r_error, bool p_ignore_cache) {
	r_error = OK;
	if (p_ignore_cache && scripts.has(p_path)) {
		const String source = FileAccess::get_file_as_string(p_path, &r_error);
		if (r_error != OK) {
			return Ref<GDScript>();
		}
		const Ref<GDScript> known = scripts[p_path];
		if (known->source != source) {
			known->source = source;
			r_error = compile(known.ptr(), true);
		}
		return known;
	}
	if (!units.has(p_path) && compiled_sources.has(p_path) && scripts.has(p_path)) {
		const Ref<GDScript> known = scripts[p_path]; // Needs no tree.
		r_error = known->valid ? OK : ERR_PARSE_ERROR;
		return known;
	}
	GDScriptUnit *unit = get_unit(p_path);
	if (!unit) {
		r_error = ERR_FILE_NOT_FOUND;
		return Ref<GDScript>();
	}
	if (!unit->tree) {
		r_error = ERR_PARSE_ERROR;
		return Ref<GDScript>();
	}
	get_class_of(unit->tree);
	const Ref<GDScript> script = scripts[p_path];
	if (!compiled.has(unit) && !in_progress.has(unit)) {
		r_error = compile_unit(unit, script.ptr(), false);
		if (unlikely(stress && r_error == OK && in_progress.is_empty() && pending.is_empty())) {
			drop_trees();
			r_error = compile(script.ptr(), false);
		}
		compile_pending();
	} else if (!script->valid && !in_progress.has(unit)) {
		r_error = ERR_PARSE_ERROR;
	}
	return script;
}

// --- What the front end asks -----------------------------------------------------------------------------------------

GDScriptUnit *GDScriptCache::get_unit(const String &p_path) {
	if (GDScriptUnit **known = units.getptr(p_path)) {
		return *known;
	}
	const String *known_source = scripts.has(p_path) ? compiled_sources.getptr(p_path) : nullptr;
	if (!known_source && !FileAccess::exists(p_path)) {
		return nullptr;
	}
	Error error = OK;
	const String source = known_source ? *known_source : FileAccess::get_file_as_string(p_path, &error);
	if (error != OK) {
		return nullptr;
	}
	GDScriptUnit *unit = memnew(GDScriptUnit(p_path, source, this));
	units.insert(p_path, unit);
	if (known_source) {
		compiled.insert(unit);
	}
	compiled_sources.erase(p_path);
	unit->parse();
	return unit;
}

String GDScriptCache::get_global_class_path(const StringName &p_name) {
	return ScriptServer::is_global_class(p_name) ? ScriptServer::get_global_class_path(p_name) : String();
}

bool GDScriptCache::get_autoload(const StringName &p_name, String &r_path, bool &r_is_singleton) {
	const ProjectSettings *settings = ProjectSettings::get_singleton();
	const ProjectSettings::AutoloadInfo *info = settings ? settings->get_autoload_list().getptr(p_name) : nullptr;
	if (!info) {
		return false;
	}
	r_path = info->path.begins_with("uid://") ? ResourceLoader::to_cache_path(info->path) : info->path;
	r_is_singleton = info->is_singleton;
	return true;
}

Ref<RefCounted> GDScriptCache::load_resource(const String &p_path, String &r_reason) {
	Error error = OK;
	const Ref<Resource> resource = ResourceLoader::load(p_path, "", ResourceFormatLoader::CACHE_MODE_REUSE, &error);
	if (resource.is_null()) {
		r_reason = FileAccess::exists(p_path) ? "The file cannot be loaded as a resource." : "There is no such file.";
	}
	return resource;
}

bool GDScriptCache::file_exists(const String &p_path) {
	return FileAccess::exists(p_path) || ResourceLoader::exists(p_path);
}

// --- What the compiler asks ------------------------------------------------------------------------------------------

Variant GDScriptCache::get_native_class(const StringName &p_name) {
	return GDScriptLanguage::get_singleton()->get_native_class(p_name);
}

Variant GDScriptCache::get_utility_callable(const StringName &p_name) {
	return Callable(memnew(GDScriptUtilityCallable(p_name)));
}

int GDScriptCache::get_utility_number(const StringName &p_name) {
	return GDScriptUtilityFunctions::find(p_name);
}
