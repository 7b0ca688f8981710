// A suspended call: what `await` leaves behind, and what a coroutine that is called without `await` returns.
#pragma once

#include "core/object/ref_counted.h"
#include "modules/gdscript/compiler/gdscript_class.h"
#include "modules/gdscript/vm/gdscript_stack.h"

class GDScriptInstance;

// Kept alive by what it waits on: a signal's connection, or the state of the call it awaits. Does not keep self alive: when self goes, the registers are released and the call is
// never resumed.
class GDScriptFunctionState : public RefCounted {
	GDCLASS(GDScriptFunctionState, RefCounted);

	friend class GDScriptVM;
	friend struct GDScriptVMSlow;
	friend class GDScriptInstance;

	Ref<GDScriptClass> script; // The file's class: it, or an inner class of it, owns the function.
	GDScriptFunction *function = nullptr; // Null unless suspended.
	GDScriptInstance *instance = nullptr; // Null in static functions.
	Variant *registers = nullptr; // As in the frame.
	const uint32_t *ip = nullptr; // Where to go on.
	uint32_t result_word = 0; // Where to put what was waited for.
	bool completed = false;
	Variant result;
	Ref<GDScriptFunctionState> waiter; // Goes on when this one completes, before whatever is connected to the signal.
	// Among the states of the instance.
	GDScriptFunctionState *previous = nullptr;
	GDScriptFunctionState *next = nullptr;

	void link(GDScriptInstance *p_instance);
	void unlink();

protected:
	static void _bind_methods();
	void let_go() override { drop(); }

public:
	// Takes over the registers of p_frame, which holds nulls afterwards.
	void suspend(GDScriptFrame *p_frame, const uint32_t *p_next, uint32_t p_result_word);
	// Waits for p_signal, once. False: it has no living object.
	bool wait_for(const Signal &p_signal);
	// The same for the end of another call, mostly without a connection.
	void wait_for_state(const Ref<GDScriptFunctionState> &p_awaited);
	// Releases everything; the call is never resumed.
	void drop();
	void complete(const Variant &p_result);
	bool is_valid(bool p_extended_check = false) const;
	Variant resume(const Variant &p_value = Variant());

	~GDScriptFunctionState() override;
};
