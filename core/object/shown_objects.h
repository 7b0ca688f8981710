// ShownObjects: how whoever shows objects to people hears that one of them may look different now.
#pragma once

#include "core/object/method_bind.h"

#include <atomic>

class ShownObserver {
public:
	// Something that people see of the object may be different: it may have been set to what it was. Called before the change is made, from any
	// thread that owns the object: only what is in the tree is the main thread's.
	virtual void touched(Object *p_object) = 0;
	virtual void children_touched(Object *p_node) = 0; // One came, left or moved.
	virtual void frame_ended() = 0; // On the main thread; the time to look.

protected:
	~ShownObserver() = default;
};

// Where nobody observes, as in every server, this costs a branch for a change.
class ShownObjects {
	static inline std::atomic<ShownObserver *> observer{ nullptr };

public:
	static void set_observer(ShownObserver *p_observer) { observer.store(p_observer, std::memory_order_relaxed); } // Main thread; null: nobody.
	static ShownObserver *get_observer() { return observer.load(std::memory_order_relaxed); }
	static void touch(Object *p_object) {
		if (ShownObserver *who = get_observer(); unlikely(who)) {
			who->touched(p_object);
		}
	}
	static void touch_children(Object *p_node) {
		if (ShownObserver *who = get_observer(); unlikely(who)) {
			who->children_touched(p_node);
		}
	}
	static void end_frame() {
		if (ShownObserver *who = get_observer(); unlikely(who)) {
			who->frame_ended();
		}
	}
};

// A bound method that may change what people see of its object.
template <typename METHOD, typename R, typename... P>
class TouchingMethodBind final : public MethodBind {
	MethodBindMember<METHOD, false, R, P...> inner;

public:
	void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const override {
		ShownObjects::touch(p_object); // First: afterwards the object may be gone.
		inner.validated_call(p_object, p_args, r_ret);
	}
	explicit TouchingMethodBind(METHOD p_method) :
			inner(p_method) {
		types = method_types<R, P...>;
		argument_count = sizeof...(P);
		_returns = !std::is_void_v<R>;
	}
};

// A class that declares `using IsShown = void;` (or descends from one that does) binds all methods that are not const so. Setters of properties are bound
// methods, whoever calls them: scripts, scenes, animations. Engine code that sets things of another object touches it by hand.
template <typename T, typename R, typename... P>
requires requires {
	typename T::IsShown;
}
MethodBind *create_method_bind(R (T::*p_method)(P...)) {
	using Method = R (Object::*)(P...);
	return memnew((TouchingMethodBind<Method, R, P...>)(static_cast<Method>(p_method)));
}
