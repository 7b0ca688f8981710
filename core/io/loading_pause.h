// Work that must not meet a load on another thread, and that can wait.
#pragma once

// Calls p_function while nothing is loaded on any thread, nor can begin to be. False, at once, where something is.
bool run_while_nothing_loads(void (*p_function)());
