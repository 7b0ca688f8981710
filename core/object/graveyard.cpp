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

thread_local constinit Graveyard::Scope Graveyard::scope;
thread_local constinit bool Graveyard::sweep_due = false;
thread_local constinit Graveyard::Yard *Graveyard::yard = nullptr;
thread_local constinit int Graveyard::nested_deaths = 0;
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
		scope = Scope();
		safe_point();
		yard = nullptr;
	}
};

Graveyard::Yard &Graveyard::get_yard() {
	if (unlikely(!yard)) {
		static thread_local Yard own;
		yard = &own;
	}
	return *yard;
}

void Graveyard::bury(void *p_thing, void (*p_destroy)(void *), uint64_t p_birth) {
	get_yard().graves.push_back(Grave{ p_thing, p_destroy, p_birth });
	sweep_due = true;
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
	if (unlikely(nested_deaths >= MAX_NESTED_DEATHS)) {
		get_yard().waiting.push_back(p_object->get_instance_id());
		return;
	}
	nested_deaths++;
	if (p_object->begin_death()) {
		p_object->end_death();
	}
	nested_deaths--;
	if (unlikely(yard && !yard->waiting.is_empty() && nested_deaths == 0)) {
		end_waiting();
	}
}

void Graveyard::end_waiting() {
	while (!yard->waiting.is_empty()) {
		Object *object = ObjectDB::get_instance(yard->waiting[yard->waiting.size() - 1]);
		yard->waiting.resize(yard->waiting.size() - 1);
		nested_deaths++;
		if (object && object->begin_death()) {
			object->end_death();
		}
		nested_deaths--;
	}
}

// Destructors may let more die, which is buried behind the others and has its turn in the same sweep.
void Graveyard::sweep() {
	scope.called_out = false;
	sweep_due = false;
	if (!yard || yard->sweeping) {
		return;
	}
	LocalVector<Grave> &graves = yard->graves;
	yard->sweeping = true;
	uint32_t kept = scope.floor;
	for (uint32_t i = scope.floor; i < graves.size(); i++) {
		const Grave grave = graves[i];
		if (scope.depth == 0 || is_born_after(grave.birth, scope.mark)) {
			grave.destroy(grave.thing);
		} else {
			graves[kept++] = grave;
		}
	}
	graves.resize(kept);
	yard->sweeping = false;
	scope.floor = kept;
	scope.called_out = false;
	sweep_due = false;
}

void Graveyard::safe_point() {
	if (scope.depth == 0 && sweep_due) {
		scope.floor = 0;
		sweep();
	}
}

uint32_t Graveyard::get_count() {
	return yard ? yard->graves.size() : 0;
}

Graveyard::Entry::Entry() :
		outer(scope) {
	scope.mark = ObjectDB::get_newest_birth();
	scope.depth = outer.depth + 1;
	scope.floor = yard ? yard->graves.size() : 0;
	scope.called_out = false;
	sweep_due = false;
}

Graveyard::Entry::~Entry() {
	scope = outer;
	scope.called_out = true;
	sweep_due = true;
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
