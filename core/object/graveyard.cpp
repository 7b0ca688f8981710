// Burying, and giving back what no frame can know.
#include "core/object/graveyard.h"

#include "core/object/object.h"
#include "core/object/script_instance.h"
#include "core/templates/local_vector.h"

#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

thread_local constinit Graveyard::State Graveyard::state;
bool Graveyard::stress = false;

struct Graveyard::Grave {
	void *thing;
	void (*destroy)(void *);
	uint64_t birth;
};

struct Graveyard::Yard {
	LocalVector<Grave> graves; // In the order of death, so that children go before their parents.
	LocalVector<ObjectID> waiting; // Condemned, and not told yet.
	bool sweeping = false;

	~Yard() {
		state.scope = Scope();
		state.scope.called_out = true;
		safe_point();
		state.yard = nullptr;
	}
};

Graveyard::Yard &Graveyard::get_yard() {
	if (unlikely(!state.yard)) {
		static thread_local Yard own;
		state.yard = &own;
	}
	return *state.yard;
}

void Graveyard::bury(void *p_thing, void (*p_destroy)(void *), uint64_t p_birth) {
	get_yard().graves.push_back(Grave{ p_thing, p_destroy, p_birth });
	state.grave_count++;
}

void Graveyard::bury_object(Object *p_object) {
	bury(
			p_object, [](void *p_thing) { destroy(static_cast<Object *>(p_thing)); }, ObjectDB::get_birth(p_object->get_instance_id()));
}

void Graveyard::destroy(Object *p_object) {
	if (likely(!stress)) {
		delete p_object;
		return;
	}
	void *const memory = p_object;
#if defined(__GLIBC__)
	const size_t bytes = malloc_usable_size(memory);
	p_object->~Object();
	memset(memory, 0xDB, bytes);
#else
	p_object->~Object();
#endif
	::operator delete(memory);
}

void Graveyard::discard_instance(ScriptInstance *p_instance, const Object *p_owner) {
	p_instance->release();
	const uint64_t birth = ObjectDB::get_birth(p_owner->get_instance_id());
	if (may_destroy(birth)) {
		memdelete(p_instance);
	} else {
		bury(
				p_instance, [](void *p_thing) { memdelete(static_cast<ScriptInstance *>(p_thing)); }, birth);
	}
}

void Graveyard::kill(Object *p_object) {
	if (unlikely(state.nested_deaths >= MAX_NESTED_DEATHS)) {
		get_yard().waiting.push_back(p_object->get_instance_id());
		return;
	}
	state.nested_deaths++;
	if (p_object->begin_death()) {
		p_object->end_death();
	}
	state.nested_deaths--;
	if (unlikely(state.yard && !state.yard->waiting.is_empty() && state.nested_deaths == 0)) {
		end_waiting();
	}
}

void Graveyard::end_waiting() {
	LocalVector<ObjectID> &waiting = state.yard->waiting;
	while (!waiting.is_empty()) {
		Object *object = ObjectDB::get_instance(waiting[waiting.size() - 1]);
		waiting.resize(waiting.size() - 1);
		state.nested_deaths++;
		if (object && object->begin_death()) {
			object->end_death();
		}
		state.nested_deaths--;
	}
}

// Destructors may let more die, which is buried behind the others and has its turn in the same sweep.
void Graveyard::sweep() {
	state.scope.called_out = false;
	if (!state.yard || state.yard->sweeping) {
		return;
	}
	LocalVector<Grave> &graves = state.yard->graves;
	state.yard->sweeping = true;
	uint32_t kept = state.scope.floor;
	for (uint32_t i = state.scope.floor; i < graves.size(); i++) {
		const Grave grave = graves[i];
		if (state.scope.depth == 0 || is_born_after(grave.birth, state.scope.mark)) {
			grave.destroy(grave.thing);
		} else {
			graves[kept++] = grave;
		}
	}
	graves.resize(kept);
	state.yard->sweeping = false;
	state.grave_count = kept;
	state.scope.floor = kept;
	state.scope.called_out = false;
}

void Graveyard::safe_point() {
	if (state.scope.depth == 0 && state.scope.called_out) {
		state.scope.floor = 0;
		sweep();
	}
}

bool Graveyard::is_stress_wanted(const char *p_what) {
	const char *list = getenv("ESTRAGON_STRESS");
	const size_t length = strlen(p_what);
	for (const char *found = list ? strstr(list, p_what) : nullptr; found; found = strstr(found + 1, p_what)) {
		if ((found == list || found[-1] == ',') && (found[length] == '\0' || found[length] == ',')) {
			return true;
		}
	}
	return false;
}
