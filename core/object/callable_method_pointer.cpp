// CallableMethodPointer: a Callable over a MethodBind of its own.
#include "core/object/callable_method_pointer.h"

#include "core/object/class_db.h"

#include <cstring>

CallableMethodPointer::CallableMethodPointer(const Object *p_object, MethodBind *p_bind, const char *p_text, const void *p_method, size_t p_method_size) :
		object_id(p_object ? p_object->get_instance_id() : ObjectID()), bind(p_bind), text(p_text) {
	memcpy(method_bytes, p_method, MIN(p_method_size, sizeof(method_bytes)));
}

CallableMethodPointer::~CallableMethodPointer() {
	memdelete(bind);
}

bool CallableMethodPointer::compare_equal(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableMethodPointer *a = static_cast<const CallableMethodPointer *>(p_a);
	const CallableMethodPointer *b = static_cast<const CallableMethodPointer *>(p_b);
	return a->object_id == b->object_id && memcmp(a->method_bytes, b->method_bytes, sizeof(a->method_bytes)) == 0;
}

bool CallableMethodPointer::compare_less(const CallableCustom *p_a, const CallableCustom *p_b) {
	const CallableMethodPointer *a = static_cast<const CallableMethodPointer *>(p_a);
	const CallableMethodPointer *b = static_cast<const CallableMethodPointer *>(p_b);
	return a->object_id == b->object_id ? memcmp(a->method_bytes, b->method_bytes, sizeof(a->method_bytes)) < 0 : a->object_id < b->object_id;
}

uint32_t CallableMethodPointer::hash() const {
	uint64_t value = uint64_t(object_id);
	for (const uint8_t byte : method_bytes) {
		value = (value ^ byte) * 0x100000001B3ull;
	}
	return uint32_t(value ^ (value >> 32));
}

String CallableMethodPointer::get_as_text() const {
	return String(text[0] == '&' ? text + 1 : text);
}

bool CallableMethodPointer::is_valid() const {
	return object_id.is_null() || ObjectDB::get_instance(object_id) != nullptr;
}

StringName CallableMethodPointer::get_method() const {
	const String full = get_as_text();
	const int64_t colons = full.rfind("::");
	return colons < 0 ? full : full.substr(colons + 2);
}

int CallableMethodPointer::get_argument_count(bool &r_is_valid) const {
	r_is_valid = true;
	return bind->get_argument_count();
}

void CallableMethodPointer::call(const Variant **p_arguments, int p_argcount, Variant &r_return_value, Callable::CallError &r_call_error) const {
	Object *object = ObjectDB::get_instance(object_id);
	if (!object && !bind->is_static()) {
		r_call_error.error = Callable::CallError::CALL_ERROR_INSTANCE_IS_NULL;
		return;
	}
	r_return_value = bind->call(object, p_arguments, p_argcount, r_call_error);
}
