// Giving freed memory back to the system.
#pragma once

// For the end of work that needed much: what the allocator keeps of it for later goes back, wherever it lies. Takes about a millisecond for each
// hundred megabytes. Does nothing where the allocator does so by itself.
void give_back_free_memory();
