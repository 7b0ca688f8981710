// Graveyard: where dead objects wait until no C++ frame can hold their pointer.
//
// The law. Scripts run in the middle of C++ frames and may free anything there. When an object dies (free(), a dropped last
// reference, memdelete) it is unlinked at once: it hears NOTIFICATION_PREDELETE, leaves its tree, loses its script instance, its
// connections and its metadata, and its ObjectID is valid no more. Its C++ destructor runs, and its memory goes, only at a safe point,
// so that a C++ frame that called out may go on reading its members. Such a frame has to notice that the object is dead
// (Object::is_dead(), or by its ID, or because it has no parent or tree any more), but no read of it is ever wrong.
//
// Safe points. Every engine call into a script is an Entry. An object that was born after the innermost entry began can be known
// to the frames above that entry only, the ones the script itself called into; so:
//  - while the script is the one who acts (nothing it called has called a script again since, or has said hold()), an object born after the entry began
//    is destroyed at once. Making and dropping objects in a long loop costs and keeps nothing;
//  - otherwise it is buried. When an instruction that called out is over, the interpreter sweeps: what was born after its entry began goes;
//  - outside any entry safe_point() empties the graveyard. It is called where only frames of the main loop are on the stack: after each
//    deferred call, after each physics and process frame, after each task of a thread, and when a thread ends. A C++ loop that walks
//    over objects and calls scripts must not call it.
//
// One graveyard a thread; an object is destroyed on the thread where it died. A graveyard that is never swept is emptied when its
// thread ends.
//
// The environment variable ESTRAGON_STRESS, a list with commas, makes faults show: "graveyard" overwrites the memory of every object that
// is destroyed, "stack" gives every script frame memory of its own. They are most telling in a build with sanitizers.
#pragma once

#include "core/object/object_db.h"
#include "core/typedefs.h"

class Object;
class ScriptInstance;

class Graveyard {
	struct Scope {
		uint64_t mark = 0; // The newest birth when the entry began.
		uint32_t depth = 0; // Entries on the stack.
		uint32_t floor = 0; // Graves below this one have been looked at, or are older than the entry.
		bool called_out = false; // A script was called in this scope since its last safe point.
	};
	struct Grave;
	struct Yard;

	// In one piece: finding the place of a thread's own variable is most of the cost of a look at it.
	struct State {
		Scope scope;
		uint32_t grave_count = 0; // In the yard.
		int nested_deaths = 0; // Deaths inside deaths.
		Yard *yard = nullptr;
	};

	static thread_local constinit State state;
	static bool stress;
	static constexpr int MAX_NESTED_DEATHS = 100;

	static Yard &get_yard();
	static void end_waiting();
	static void bury(void *p_thing, void (*p_destroy)(void *), uint64_t p_birth);

	friend class Object;
	friend bool predelete_handler(Object *p_object);
	// Whether a thing of that birth may be destroyed now. It stays the caller's if so.
	static _FORCE_INLINE_ bool may_destroy(uint64_t p_birth) {
		return !state.scope.called_out && (state.scope.depth == 0 || is_born_after(p_birth, state.scope.mark));
	}
	static void bury_object(Object *p_object);
	static void destroy(Object *p_object);
	static void discard_instance(ScriptInstance *p_instance, const Object *p_owner);
	// Tells, unlinks and destroys or buries the object. Nested too deeply, that is put off to the end of the outermost death, so that
	// letting go of a long chain needs no deep stack.
	static void kill(Object *p_object);

public:
	// Births are counted in as many bits as an ObjectID has room for, and wrap around.
	static _FORCE_INLINE_ bool is_born_after(uint64_t p_birth, uint64_t p_mark) {
		return ((p_birth - p_mark - 1) & ObjectDB::BIRTH_MASK) < ObjectDB::BIRTH_MASK / 2;
	}

	// Held on the C++ stack around a call into a script.
	class Entry {
		const Scope outer;

	public:
		Entry() :
				outer(state.scope) {
			state.scope = Scope{ ObjectDB::get_newest_birth(), outer.depth + 1, state.grave_count, false };
		}
		~Entry() {
			state.scope = outer;
			state.scope.called_out = true;
		}
		Entry(const Entry &) = delete;
		void operator=(const Entry &) = delete;
	};

	// For a C++ frame that goes on with what it holds after calling something that may free without any script: a walk over nodes, an
	// emission (signals are connected to free() itself). Until the next safe point of this scope all who die are buried.
	static void hold() {
		state.scope.called_out = true;
	}

	// Between two instructions of a script, with nothing above its entry on the stack.
	static _FORCE_INLINE_ void sweep_if_due() {
		if (unlikely(state.scope.called_out)) {
			if (likely(state.grave_count == state.scope.floor)) {
				state.scope.called_out = false;
			} else {
				sweep();
			}
		}
	}
	static void sweep();
	// Outside any entry; inside one it does nothing.
	static void safe_point();
	// Of this thread: the dead that still have memory.
	static uint32_t get_count() { return state.grave_count; }

	// Reads ESTRAGON_STRESS. True: p_what is in the list.
	static bool is_stress_wanted(const char *p_what);
	static void set_stress(bool p_enabled) { stress = p_enabled; }
};
