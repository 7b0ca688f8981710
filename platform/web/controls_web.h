// The program's controls in the page around it.
#pragma once

class MainLoop;

namespace WebControls {

void open(MainLoop *p_loop); // If the page shows controls and there are any to show. p_loop outlives close().
void take_events(); // What people did since; runs scripts.
void show(); // What the frame changed.
void close();

} // namespace WebControls
