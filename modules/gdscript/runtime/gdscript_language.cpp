// Globals, stack traces, and what start-up and shut-down want of the language.
#include "modules/gdscript/runtime/gdscript_language.h"

#include "core/io/file_access.h"
#include "core/os/memory.h"
#include "core/os/script_interrupt.h"
#include "modules/gdscript/runtime/gdscript_cache.h"
#include "modules/gdscript/syntax/gdscript_head.h"
#include "modules/gdscript/syntax/gdscript_source.h"
#include "modules/gdscript/vm/gdscript_lambda_callable.h"
#include "modules/gdscript/vm/gdscript_vm.h"

GDScriptLanguage *GDScriptLanguage::singleton = nullptr;

GDScriptLanguage::GDScriptLanguage() {
	singleton = this;
	GDScriptClass::language = this;
	GDScriptVM::globals = &globals;
	GDScriptVM::prepare();
	ScriptInterrupt::set_hook(&GDScriptVM::set_interrupting);
	DirectCall::find = &GDScriptLambdaCallable::find_direct_call;
}

GDScriptLanguage::~GDScriptLanguage() {
	ScriptInterrupt::set_hook(nullptr);
	DirectCall::find = nullptr;
	singleton = nullptr;
	GDScriptClass::language = nullptr;
	GDScriptVM::globals = nullptr;
}

void GDScriptLanguage::get_recognized_extensions(LocalVector<String> *p_extensions) const {
	p_extensions->push_back("gd");
}

Variant GDScriptLanguage::get_native_class(const StringName &p_name) {
	Ref<GDScriptNativeClass> &known = native_classes[p_name];
	if (known.is_null()) {
		known = Ref<GDScriptNativeClass>(memnew(GDScriptNativeClass(p_name)));
	}
	return known;
}

Script *GDScriptLanguage::create_script() const {
	return memnew(GDScript);
}

void GDScriptLanguage::add_global_constant(const StringName &p_name, const Variant &p_value) {
	globals.insert(p_name, p_value);
}

void GDScriptLanguage::add_named_global_constant(const StringName &p_name, const Variant &p_value) {
	globals.insert(p_name, p_value);
}

void GDScriptLanguage::remove_named_global_constant(const StringName &p_name) {
	globals.erase(p_name);
}

void GDScriptLanguage::add_script(GDScript *p_script) {
	SharedSpinLockGuard guard(scripts_lock);
	scripts.insert(p_script);
}

void GDScriptLanguage::remove_script(GDScript *p_script) {
	SharedSpinLockGuard guard(scripts_lock);
	scripts.erase(p_script);
}

// Without those that are on their way out.
LocalVector<Ref<GDScript>> GDScriptLanguage::list_scripts() const {
	LocalVector<Ref<GDScript>> list;
	SharedSpinLockGuard guard(scripts_lock);
	for (GDScript *script : scripts) {
		Ref<GDScript> kept;
		kept.reference_ptr(script);
		if (kept.is_valid()) {
			list.push_back(static_cast<Ref<GDScript> &&>(kept));
		}
	}
	return list;
}

void GDScriptLanguage::finish() {
	if (finishing) {
		return;
	}
	finishing = true;
	globals.clear();
	GDScriptCache::get_singleton()->clear();
	// Scripts hold each other, by constants and by static variables: let go of everything before anything is freed.
	LocalVector<Ref<GDScript>> kept = list_scripts();
	for (const Ref<GDScript> &script : kept) {
		script->clear();
	}
	kept.clear();
	native_classes.clear();
	finishing = false;
}

void GDScriptLanguage::frame() {
	GDScriptCache::get_singleton()->drop_trees_later();
}

// As much of a file as it takes to learn what class it is.
static String read_head(const String &p_path, Error &r_error) {
	constexpr uint64_t STEP = 2048;
	constexpr uint32_t LONGEST = 1 << 20; // What comes later does not count.
	if (FileAccess::get_size(p_path) <= 0) {
		return String(); // Nothing to open: devices have no end, and pipes wait for a writer.
	}
	const Ref<FileAccess> file = FileAccess::open(p_path, FileAccess::READ, &r_error);
	if (file.is_null()) {
		return String();
	}
	LocalVector<uint8_t> text;
	int64_t end = GDScriptHead::NEED_MORE;
	for (bool is_all = false; end == GDScriptHead::NEED_MORE;) {
		const uint32_t known = text.size();
		const uint64_t wanted = MAX(STEP, uint64_t(known)); // Doubled, so that each byte is looked at a few times at most.
		text.resize(known + uint32_t(wanted));
		const uint64_t got = file->get_buffer(text.ptr() + known, wanted);
		text.resize(known + uint32_t(got));
		is_all = got < wanted || text.size() >= LONGEST;
		end = GDScriptHead::find_end(text, is_all);
	}
	if (end == GDScriptHead::NOT_SIMPLE) {
		return FileAccess::get_file_as_string(p_path, &r_error);
	}
	const int64_t mark = end >= 3 && text[0] == 0xEF ? 3 : 0; // The byte order mark.
	return String::utf8(reinterpret_cast<const char *>(text.ptr()) + mark, end - mark);
}

String GDScriptLanguage::get_global_class_name(const String &p_path, String *r_base_type, bool *r_is_abstract, bool *r_is_tool) const {
	Error error = OK;
	const String source = read_head(p_path, error);
	if (error != OK) {
		return String();
	}
	GDScriptSource file(p_path, source);
	file.parse();
	const GDScriptAST::ClassNode *tree = file.tree;
	if (!tree || !tree->identifier) {
		return String();
	}
	if (r_base_type) {
		*r_base_type = tree->extends_chain.is_empty() ? (tree->extends_path.is_empty() ? String("RefCounted") : tree->extends_path) : String(tree->extends_chain[0]->name);
	}
	if (r_is_abstract) {
		*r_is_abstract = tree->is_abstract;
	}
	if (r_is_tool) {
		*r_is_tool = file.is_tool;
	}
	return tree->identifier->name;
}

Vector<ScriptLanguage::StackInfo> GDScriptLanguage::debug_get_current_stack_info(int p_limit) {
	return GDScriptStack::get().get_trace(p_limit);
}

void GDScriptLanguage::debug_get_stack_level_members(int p_level, LocalVector<Pair<StringName, Variant>> *r_members) {
	const GDScriptFrame *frame = GDScriptStack::get().get_top();
	for (int i = 0; i < p_level && frame; i++) {
		frame = frame->previous;
	}
	const GDScriptInstance *instance = frame ? frame->instance : nullptr;
	if (!instance || instance->is_released()) {
		return;
	}
	const uint32_t first = r_members->size();
	const GDScriptClass *script = instance->get_gdscript();
	r_members->resize(first + uint32_t(script->get_member_count()));
	for (const KeyValue<StringName, GDScriptClass::MemberInfo> &member : script->get_member_table()) {
		(*r_members)[first + uint32_t(member.value.index)] = { member.key, instance->get_members()[member.value.index] };
	}
}

void GDScriptLanguage::debug_get_globals(LocalVector<Pair<StringName, Variant>> *r_globals) {
	for (const KeyValue<StringName, Variant> &global : globals) {
		r_globals->push_back({ global.key, global.value });
	}
}
