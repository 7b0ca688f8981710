// Source text of scripts, through tokenizer, parser and analyzer.
#include "modules/gdscript/analysis/gdscript_unit.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

namespace {

// A project without any other file.
class EmptyProject : public GDScriptDependencyResolver {
public:
	GDScriptUnit *get_unit(const String &) override { return nullptr; }
	String get_global_class_path(const StringName &) override { return String(); }
	bool get_autoload(const StringName &, String &, bool &) override { return false; }
	Ref<RefCounted> load_resource(const String &, String &r_reason) override {
		r_reason = "There are no files.";
		return Ref<RefCounted>();
	}
	Variant get_class_value(GDScriptAST::ClassNode *) override { return Variant(); }
	bool file_exists(const String &) override { return false; }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	EmptyProject project;
	GDScriptUnit unit("res://fuzz.gd", fuzz_text(p_data, p_size), &project);
	unit.analyze();
	return 0;
}
