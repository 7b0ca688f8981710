// Proves by linking that the virtual machine of GDScript, with the code that it runs, does without tokenizer, parser, analyzer, compiler and
// runtime: it runs a function that is put together here. Exits with 0 when the result is right.
#include "core/config/engine.h"
#include "core/config/project_settings.h"
#include "core/register_core_types.h"
#include "modules/gdscript/compiler/gdscript_codegen.h"
#include "modules/gdscript/compiler/gdscript_verifier.h"
#include "modules/gdscript/vm/gdscript_vm.h"
#include "platform/linux/os_linux.h"

#include <cstdio>

namespace {

// What a function belongs to. Nobody asks for its source here, nor makes instances.
class BareClass : public GDScriptClass {
public:
	void init_statics() override {}
	Variant create_instance(const Variant **, int, Callable::CallError &) override { return Variant(); }
	bool can_instantiate() const override { return false; }
	Ref<Script> get_base_script() const override { return Ref<Script>(); }
	bool inherits_script(const Ref<Script> &) const override { return false; }
	ScriptInstance *instance_create(Object *) override { return nullptr; }
	bool instance_has(const Object *) const override { return false; }
	bool has_source_code() const override { return false; }
	String get_source_code() const override { return String(); }
	void set_source_code(const String &) override {}
	Error reload(bool) override { return ERR_UNAVAILABLE; }
	bool has_method(const StringName &) const override { return false; }
	int get_script_method_argument_count(const StringName &, bool *) const override { return 0; }
	MethodInfo get_method_info(const StringName &) const override { return MethodInfo(); }
	bool has_script_signal(const StringName &) const override { return false; }
	void get_script_signal_list(LocalVector<MethodInfo> *) const override {}
	void get_script_method_list(LocalVector<MethodInfo> *) const override {}
	void get_script_property_list(LocalVector<PropertyInfo> *) const override {}
	bool get_property_default_value(const StringName &, Variant &) const override { return false; }
	const Variant get_rpc_config() const override { return Variant(); }
};

// var sum := 0; for i in 5: sum += i; return [sum]
void make_code(GDScriptFunction &r_function) {
	GDScriptCodegen gen(&r_function);
	r_function.default_entries.push_back(gen.mark_label());
	const GDScriptOperand sum = gen.make_local(Variant::INT, true);
	const GDScriptOperand counter = gen.make_local(Variant::INT, true);
	const GDScriptOperand i = gen.make_local(Variant::INT, true);
	const GDScriptOperand zero = gen.make_constant(0);
	const GDScriptOperand end = gen.make_constant(5);
	const GDScriptOperand result = gen.make_temporary(GDScriptOperand::UNKNOWN);
	gen.move(sum, zero);
	const GDScriptCodegen::Jump none = gen.emit_jump(GDSCRIPT_OP_FOR_RANGE_BEGIN, counter, zero, end, gen.make_constant(1), i);
	const int again = gen.mark_label();
	gen.emit(GDSCRIPT_OP_ADD_INT, sum, sum, i);
	gen.patch(gen.emit_jump(GDSCRIPT_OP_FOR_COUNT_NEXT, counter, end, i), again);
	gen.patch(none);
	LocalVector<GDScriptOperand> elements;
	elements.push_back(sum);
	gen.emit(GDSCRIPT_OP_MAKE_ARRAY, result);
	gen.put_arguments(elements);
	gen.emit(GDSCRIPT_OP_RETURN, result);
	gen.finish();
}

} // namespace

int main() {
	static OS_Linux os;
	register_core_types();
	memnew(Engine);
	memnew(ProjectSettings);
	register_core_singletons();
	GDScriptVM::prepare();
	const Ref<BareClass> script = memnew(BareClass);
	GDScriptFunction function;
	function.name = "sum";
	function.script = script.ptr();
	function.is_static = true;
	make_code(function);
	const String problem = gdscript_verify(&function);
	Callable::CallError error;
	const Variant result = problem.is_empty() ? GDScriptVM::call(&function, nullptr, nullptr, 0, error) : Variant(problem);
	const String text = result.stringify();
	if (text != "[10]") {
		fprintf(stderr, "gdscript_vm_alone: %s\n", text.utf8().get_data());
	}
	fflush(stderr);
	_Exit(text != "[10]"); // Nothing of the engine is taken down.
}
