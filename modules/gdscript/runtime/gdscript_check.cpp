// Looking at scripts without running them: for --check-only and --disassemble.
#include "core/templates/hash_set.h"
#include "modules/gdscript/compiler/gdscript_disassembler.h"
#include "modules/gdscript/runtime/gdscript_cache.h"
#include "modules/gdscript/runtime/gdscript_language.h"

void GDScriptCache::check(const Vector<String> &p_paths, Vector<ScriptDiagnostic> *r_found) {
	HashSet<const GDScriptUnit *> told;
	quiet = true;
	for (const String &path : p_paths) {
		GDScriptUnit *unit = get_unit(path);
		if (unit && !told.has(unit)) {
			told.insert(unit);
			unit->analyze();
			r_found->append_array(unit->diagnostics.get_all());
		}
	}
	// Analyzing one may name others.
	for (uint32_t before = 0; before != told.size();) {
		before = told.size();
		Vector<GDScriptUnit *> named;
		for (const KeyValue<String, GDScriptUnit *> &entry : units) {
			named.push_back(entry.value);
		}
		for (GDScriptUnit *unit : named) {
			if (!told.has(unit)) {
				told.insert(unit);
				unit->analyze();
				r_found->append_array(unit->diagnostics.get(ScriptDiagnostic::ERROR));
			}
		}
	}
	quiet = false;
}

void GDScriptLanguage::check_files(const Vector<String> &p_paths, Vector<ScriptDiagnostic> *r_found) {
	GDScriptCache::get_singleton()->check(p_paths, r_found);
}

namespace {

void describe_function(const GDScriptFunction *p_function, const String &p_owner, String &r_text) {
	const String name = p_owner + String(p_function->name);
	r_text += name + "  # " + p_function->path + ":" + itos(p_function->first_line) + ", " + itos(p_function->register_count) + " registers\n";
	for (const String &line : gdscript_disassemble(p_function).split("\n", false)) {
		r_text += "\t" + line + "\n";
	}
	r_text += "\n";
	for (const GDScriptFunction *lambda : p_function->lambdas) {
		describe_function(lambda, name + ".", r_text);
	}
}

void describe_class(const GDScriptClass *p_class, const String &p_owner, String &r_text) {
	for (const KeyValue<StringName, GDScriptFunction *> &entry : p_class->get_member_functions()) {
		describe_function(entry.value, p_owner, r_text);
	}
	for (const KeyValue<StringName, Ref<GDScriptClass>> &entry : p_class->get_subclasses()) {
		describe_class(entry.value.ptr(), p_owner + String(entry.key) + ".", r_text);
	}
}

} // namespace

Error GDScriptLanguage::disassemble(const String &p_path, String *r_text) {
	GDScriptCache *cache = GDScriptCache::get_singleton();
	cache->set_quiet(true);
	Error error = OK;
	const Ref<GDScript> script = cache->load(p_path, error);
	cache->set_quiet(false);
	if (script.is_null() || error != OK || !script->is_valid()) {
		return error == OK ? ERR_PARSE_ERROR : error;
	}
	describe_class(script.ptr(), String(), *r_text);
	return OK;
}
