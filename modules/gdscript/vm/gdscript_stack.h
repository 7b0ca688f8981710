// The frames of running script functions: one stack a thread, in chunks that never move, so that pointers to registers stay good
// for as long as their frame lives.
#pragma once

#include "core/object/script_language.h"
#include "core/os/native_stack.h"
#include "core/variant/variant.h"
#include "modules/gdscript/compiler/gdscript_function.h"

class GDScriptFunctionState;
class GDScriptInstance;

// One call. The registers follow behind it: self first (index -1), then register 0 and on.
struct GDScriptFrame {
	GDScriptFrame *previous; // The caller in script, whatever lies between.
	GDScriptFunction *function;
	const uint32_t *ip; // Brought up to date before anything that may call out or fail.
	const uint32_t *next; // Where a frame that called another one goes on.
	GDScriptInstance *instance; // Null in static functions, and once the instance is gone.
	Variant *members; // The instance's when the call began. Where it gets others meanwhile, or dies, these stay until the call has ended.
	Variant *result; // Where the result goes: in the caller's frame, or in C++.
	GDScriptFunctionState *state; // Of a coroutine that was suspended before; the frame holds a reference.
	bool is_entry; // Called from C++: returning ends the run loop.
	bool borrows_self; // The caller runs on the same instance: it keeps it, and self is its bytes, not counted here.
	bool starts_chunk;

	Variant *get_self() { return reinterpret_cast<Variant *>(this + 1); }
	Variant *get_registers() { return reinterpret_cast<Variant *>(this + 1) + 1; }
};

class GDScriptStack {
public:
	static constexpr size_t CHUNK_BYTES = 256 * 1024;
	static constexpr int MAX_DEPTH = 16384; // Script calls on one thread.

	static _FORCE_INLINE_ GDScriptStack &get() { return likely(own != nullptr) ? *own : make(); }
	// Puts every frame into memory of its own and frees it when the call ends, so that a sanitizer sees what still points into it.
	static void set_stress(bool p_enabled);

	// Self and the registers hold null; function, previous and state are set, the rest is the caller's. Null at the depth limit.
	_FORCE_INLINE_ GDScriptFrame *push(GDScriptFunction *p_function) {
		const size_t bytes = sizeof(GDScriptFrame) + size_t(p_function->register_count + 1) * sizeof(Variant);
		bool starts_chunk = false;
		if (unlikely(size_t(limit - top) < bytes || depth >= MAX_DEPTH)) {
			if (!_grow(bytes)) {
				return nullptr;
			}
			starts_chunk = true;
		}
		GDScriptFrame *frame = reinterpret_cast<GDScriptFrame *>(top);
		top += bytes;
		depth++;
		frame->previous = current;
		frame->function = p_function;
		frame->state = nullptr;
		frame->members = nullptr;
		frame->borrows_self = false;
		frame->starts_chunk = starts_chunk;
		Variant *value = frame->get_self();
		for (int i = p_function->register_count; i >= 0; i--) {
			new (value++) Variant();
		}
		current = frame;
		return frame;
	}
	// Takes the top frame away; whoever calls has released its registers.
	_FORCE_INLINE_ void pop(GDScriptFrame *p_frame) {
		current = p_frame->previous;
		depth--;
		top = reinterpret_cast<char *>(p_frame);
		if (unlikely(p_frame->starts_chunk)) {
			_drop_chunk();
		}
	}
	GDScriptFrame *get_top() const { return current; }
	// What runs on this thread, the innermost call first.
	Vector<ScriptLanguage::StackInfo> get_trace(int p_limit = INT32_MAX) const;
	int get_depth() const { return depth; }
	// Script called from C++ called from script ... uses the C++ stack, which ends sooner than ours.
	bool is_native_stack_used_up() const { return NativeStack::is_used_up(native_border); }
	int native_depth = 0; // Run loops on this thread.
	uint32_t reported_interruption = 0; // The last one that was printed, see ScriptInterrupt::get_number().
	// Member storage of instances that died while a method of theirs ran; freed when the last run loop ends.
	LocalVector<Span<Variant>> orphaned_members;
	LocalVector<Variant> orphaned_scripts; // Of the same: the functions that still run are theirs.
	void release_orphans();

	Variant discarded; // Where the results of setters go: they give nothing.

	GDScriptStack() = default;
	~GDScriptStack();

private:
	struct Chunk {
		Chunk *previous;
		char *saved_top; // Of the chunk before.
		char *saved_limit;
	};
	GDScriptFrame *current = nullptr;
	char *top = nullptr;
	char *limit = nullptr;
	Chunk *chunk = nullptr;
	Chunk *spare = nullptr; // Kept, so that a loop of calls at the edge of a chunk does not allocate.
	int depth = 0;
	const uintptr_t native_border = NativeStack::find_border();
	static bool stress;
	static inline thread_local constinit GDScriptStack *own = nullptr; // This thread's.

	static GDScriptStack &make();
	bool _grow(size_t p_bytes);
	void _drop_chunk();
};
