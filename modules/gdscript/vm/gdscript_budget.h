// GDScriptBudget: lets scripts run for so many instructions and with so much memory, for programs that nobody trusts to end.
#pragma once

#include "core/typedefs.h"

// While one lives, every instruction of every script is counted; when nothing is left, script functions return at their next instruction, with one
// report, and those called later at their first. One at a time, on the thread that runs the scripts. What a single call of the engine
// does is not counted, and memory is looked at every so many instructions only.
class GDScriptBudget {
	static GDScriptBudget *current;

	uint64_t instructions;
	uint64_t most_bytes; // Of the whole process.
	bool used_up = false;

public:
	// p_bytes: beyond what the process uses now.
	GDScriptBudget(uint64_t p_instructions, uint64_t p_bytes);
	~GDScriptBudget();
	GDScriptBudget(const GDScriptBudget &) = delete;
	void operator=(const GDScriptBudget &) = delete;

	bool is_used_up() const { return used_up; }

	// For the virtual machine.
	static GDScriptBudget *get_current() { return current; }
	// Takes one instruction. False: nothing is left; r_first says whether it was so before.
	bool take(bool &r_first);
};
