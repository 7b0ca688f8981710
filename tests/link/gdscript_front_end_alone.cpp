// Proves by linking that tokenizer, parser and analyzer of GDScript do without compiler, virtual machine and runtime: they get types and refuse a
// mistake. Exits with 0 when they did.
#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/register_core_types.h"
#include "core/scene/register_scene_types.h"
#include "modules/gdscript/analysis/gdscript_unit.h"
#include "platform/linux/os_linux.h"

#include <cstdio>

namespace {

int errors_of(const char *p_source) {
	GDScriptUnit unit("res://alone.gd", p_source, nullptr);
	unit.analyze();
	return unit.diagnostics.get_error_count();
}

} // namespace

int main() {
	static OS_Linux os;
	register_core_types();
	memnew(Engine);
	memnew(ProjectSettings);
	register_core_singletons();
	register_scene_types();
	const int fine = errors_of("extends Node\nvar a := 1\nfunc f(b: float) -> String:\n\treturn \"%s\" % (a * b)\n");
	const int faulty = errors_of("func f(b: float) -> String:\n\treturn b * 2.0\n");
	if (fine != 0 || faulty != 1) {
		fprintf(stderr, "gdscript_front_end_alone: %d and %d errors\n", fine, faulty);
	}
	fflush(stderr);
	_Exit(fine != 0 || faulty != 1); // Nothing of the engine is taken down.
}
