// Counting: by the way that interruptions take, so that programs without a budget pay nothing.
#include "modules/gdscript/vm/gdscript_budget.h"

#include "core/error/error_macros.h"
#include "core/os/resident_memory.h"
#include "core/os/script_interrupt.h"
#include "modules/gdscript/vm/gdscript_vm.h"

namespace {

// Asking costs as much as some hundred instructions; a text that doubles needs more than these few to grow too large.
constexpr uint64_t LOOK_AT_MEMORY_EVERY = 64;

} // namespace

GDScriptBudget *GDScriptBudget::current = nullptr;

GDScriptBudget::GDScriptBudget(uint64_t p_instructions, uint64_t p_bytes) :
		instructions(p_instructions), most_bytes(ResidentMemory::get() + p_bytes) {
	DEV_ASSERT(current == nullptr);
	current = this;
	GDScriptVM::set_interrupting(true);
}

GDScriptBudget::~GDScriptBudget() {
	GDScriptVM::set_interrupting(ScriptInterrupt::is_active());
	current = nullptr;
}

bool GDScriptBudget::take(bool &r_first) {
	if (!used_up && (instructions == 0 || (instructions % LOOK_AT_MEMORY_EVERY == 0 && ResidentMemory::get() > most_bytes))) {
		used_up = true;
		r_first = true;
	}
	instructions -= used_up ? 0 : 1;
	return !used_up;
}
