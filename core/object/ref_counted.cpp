// RefCounted and WeakRef.
#include "core/object/ref_counted.h"

#include "core/object/class_db.h"

#include <cstddef>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof" // Single inheritance: every compiler that builds us knows the answer.
const int RefCounted::COUNT_OFFSET = int(offsetof(RefCounted, refcount));
#pragma GCC diagnostic pop

RefCounted::RefCounted() :
		Object(true) {
	refcount.init();
	refcount_init.init();
}

bool RefCounted::init_ref() {
	if (!reference()) {
		return false;
	}
	// The object was born with one reference for its first holder: give it back.
	if (is_unclaimed() && refcount_init.unref()) {
		unreference();
	}
	return true;
}

bool RefCounted::reference() {
	return refcount.ref();
}

bool RefCounted::unreference() {
	return refcount.unref();
}

void RefCounted::_bind_methods() {
	ClassDB::bind_method(D_METHOD("init_ref"), &RefCounted::init_ref);
	ClassDB::bind_method(D_METHOD("reference"), &RefCounted::reference);
	ClassDB::bind_method(D_METHOD("unreference"), &RefCounted::unreference);
	ClassDB::bind_method(D_METHOD("get_reference_count"), &RefCounted::get_reference_count);
}

Variant WeakRef::get_ref() const {
	Object *object = ObjectDB::get_instance(ref);
	return object ? Variant(object) : Variant();
}

void WeakRef::set_obj(Object *p_object) {
	ref = p_object ? p_object->get_instance_id() : ObjectID();
}

void WeakRef::set_ref(const Ref<RefCounted> &p_ref) {
	set_obj(p_ref.ptr());
}

void WeakRef::_bind_methods() {
	ClassDB::bind_method(D_METHOD("get_ref"), &WeakRef::get_ref);
}
