// The interpreter loop. It does itself what cannot call out; the rest is in gdscript_vm_slow.cpp.
#include "modules/gdscript/vm/gdscript_vm.h"

#include "core/object/graveyard.h"
#include "core/object/method_bind.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/variant_internal.h"
#include "modules/gdscript/vm/gdscript_instance.h"
#include "modules/gdscript/vm/gdscript_vm_inline.h"
#include "modules/gdscript/vm/gdscript_vm_macros.h"
#include "modules/gdscript/vm/gdscript_vm_slow.h"

#include <cmath>

namespace {

// Where each instruction is carried out: labels of run(). While scripts are interrupted, all of it leads to one place.
const void *dispatch_table[GDSCRIPT_OP_MAX] = {};
const void *const *own_labels = nullptr; // The last one is where interrupted threads go.

} // namespace

void GDScriptVM::prepare() {
	run(GDScriptStack::get(), nullptr);
	set_interrupting(false);
}

void GDScriptVM::set_interrupting(bool p_interrupting) {
	for (uint32_t i = 0; i < GDSCRIPT_OP_MAX; i++) {
		__atomic_store_n(&dispatch_table[i], p_interrupting ? own_labels[GDSCRIPT_OP_MAX] : own_labels[i], __ATOMIC_RELAXED);
	}
}

void GDScriptVM::run(GDScriptStack &p_stack, GDScriptFrame *p_entry) {
	static const void *const labels[] = {
#define GDSCRIPT_OP(m_name, m_operands, m_text) &&OP_LABEL_##m_name,
#include "modules/gdscript/compiler/gdscript_opcodes.inc"
#undef GDSCRIPT_OP
		&&interrupted,
	};
	if (unlikely(!p_entry)) {
		own_labels = labels; // Labels have no name outside.
		return;
	}

	GDScriptFrame *frame = p_entry;
	const uint32_t *code = nullptr;
	const uint32_t *ip = nullptr;
	char *bases[4] = {};
	const Variant *arguments[MAX_FAST_ARGUMENTS];
	// Of the call that is being prepared.
	GDScriptFunction *callee = nullptr;
	GDScriptInstance *callee_instance = nullptr;
	const uint32_t *call_words = nullptr; // The argument addresses.
	int call_count = 0;
	Variant *call_result = nullptr;

load_frame:
	code = frame->function->code.ptr();
	ip = frame->ip;
	bases[GDScriptAddress::REGISTER] = reinterpret_cast<char *>(frame->get_registers());
	bases[GDScriptAddress::CONSTANT] = reinterpret_cast<char *>(frame->function->constants.ptr());
	bases[GDScriptAddress::MEMBER] = reinterpret_cast<char *>(frame->members);
	DISPATCH();

	OP(MOVE) :
	{
		AT(1) = AT(2);
		NEXT(3);
	}
	OP(MOVE_PLAIN) :
	{
		Internal::copy_plain(&AT(1), &AT(2));
		NEXT(3);
	}
	OP(CLEAR) :
	{
		SAVE();
		AT(1).clear();
		NEXT(2);
	}
	OP(CLEAR_RANGE) :
	{
		SAVE();
		Variant *value = &AT(1);
		for (uint32_t i = 0; i < ip[2]; i++) {
			value[i].clear();
		}
		NEXT(3);
	}
	OP(ASSIGN_BUILTIN) :
	{
		const Variant &source = AT(2);
		if (likely(uint32_t(source.get_type()) == ip[3])) {
			AT(1) = source;
		} else {
			CHECK(GDScriptVMSlow::assign_builtin(frame, AT(1), source, Variant::Type(ip[3])));
		}
		NEXT(4);
	}
	OP(ASSIGN_TYPED) :
	{
		CHECK(GDScriptVMSlow::assign_typed(frame, AT(1), AT(2), frame->function->types[ip[3]]));
		NEXT(4);
	}
	OP(INT_TO_FLOAT) :
	{
		Internal::overwrite_float(&AT(1), double(INT_AT(2)));
		NEXT(3);
	}
	OP(FLOAT_TO_INT) :
	{
		Internal::overwrite_int(&AT(1), GDScriptVMSlow::float_to_int(FLOAT_AT(2)));
		NEXT(3);
	}

	INT_BINARY(ADD_INT, wrapped_add(a, b))
	INT_BINARY(SUB_INT, wrapped_sub(a, b))
	INT_BINARY(MUL_INT, wrapped_mul(a, b))
	INT_BINARY(AND_INT, a & b)
	INT_BINARY(OR_INT, a | b)
	INT_BINARY(XOR_INT, a ^ b)
	OP(DIV_INT) :
	{
		const int64_t a = INT_AT(2);
		const int64_t b = INT_AT(3);
		if (unlikely(b == 0 || b == -1)) {
			CHECK(GDScriptVMSlow::binary(frame, Variant::OP_DIVIDE, AT(2), AT(3), AT(1)));
			NEXT(4);
		}
		Internal::overwrite_int(&AT(1), a / b);
		NEXT(4);
	}
	OP(MOD_INT) :
	{
		const int64_t a = INT_AT(2);
		const int64_t b = INT_AT(3);
		if (unlikely(b == 0 || b == -1)) {
			CHECK(GDScriptVMSlow::binary(frame, Variant::OP_MODULE, AT(2), AT(3), AT(1)));
			NEXT(4);
		}
		Internal::overwrite_int(&AT(1), a % b);
		NEXT(4);
	}
	OP(NEG_INT) :
	{
		Internal::overwrite_int(&AT(1), wrapped_sub(0, INT_AT(2)));
		NEXT(3);
	}
	INT_COMPARE(EQ_INT, ==)
	INT_COMPARE(NE_INT, !=)
	INT_COMPARE(LT_INT, <)
	INT_COMPARE(LE_INT, <=)

	FLOAT_BINARY(ADD_FLOAT, +)
	FLOAT_BINARY(SUB_FLOAT, -)
	FLOAT_BINARY(MUL_FLOAT, *)
	FLOAT_BINARY(DIV_FLOAT, /)
	OP(NEG_FLOAT) :
	{
		Internal::overwrite_float(&AT(1), -FLOAT_AT(2));
		NEXT(3);
	}
	FLOAT_COMPARE(EQ_FLOAT, ==)
	FLOAT_COMPARE(NE_FLOAT, !=)
	FLOAT_COMPARE(LT_FLOAT, <)
	FLOAT_COMPARE(LE_FLOAT, <=)
	OP(NOT_BOOL) :
	{
		Internal::overwrite_bool(&AT(1), !BOOL_AT(2));
		NEXT(3);
	}

	ANY_ARITHMETIC(ADD, wrapped_add, +, OP_ADD)
	ANY_ARITHMETIC(SUB, wrapped_sub, -, OP_SUBTRACT)
	ANY_ARITHMETIC(MUL, wrapped_mul, *, OP_MULTIPLY)
	OP(DIV) :
	{
		const Variant &a = AT(2);
		const Variant &b = AT(3);
		if (type_pair(a, b) == BOTH_FLOAT) {
			Internal::set_float(&AT(1), Internal::get_float(&a) / Internal::get_float(&b));
		} else {
			CHECK(GDScriptVMSlow::binary(frame, Variant::OP_DIVIDE, a, b, AT(1)));
		}
		NEXT(4);
	}
	OP(MOD) :
	{
		const Variant &a = AT(2);
		const Variant &b = AT(3);
		if (type_pair(a, b) == BOTH_INT && Internal::get_int(&b) > 0) {
			Internal::set_int(&AT(1), Internal::get_int(&a) % Internal::get_int(&b));
		} else {
			CHECK(GDScriptVMSlow::binary(frame, Variant::OP_MODULE, a, b, AT(1)));
		}
		NEXT(4);
	}
	ANY_COMPARE(EQ, ==, OP_EQUAL)
	ANY_COMPARE(NE, !=, OP_NOT_EQUAL)
	ANY_COMPARE(LT, <, OP_LESS)
	ANY_COMPARE(LE, <=, OP_LESS_EQUAL)
	ANY_COMPARE(GT, >, OP_GREATER)
	ANY_COMPARE(GE, >=, OP_GREATER_EQUAL)
	OP(OPERATOR) :
	{
		CHECK(GDScriptVMSlow::binary(frame, Variant::Operator(ip[4]), AT(2), AT(3), AT(1)));
		NEXT_SWEPT(5);
	}
	OP(OPERATOR_VALIDATED) :
	{
		SAVE();
		frame->function->operators.ptr()[ip[4]](&AT(2), &AT(3), &AT(1));
		NEXT(5);
	}
	OP(APPEND_STRING) :
	{
		Internal::get<String>(&AT(1)) += Internal::get_string(&AT(2));
		NEXT(3);
	}
	OP(FORMAT_LIST) :
	{
		SAVE();
		GDScriptVMSlow::format_list(bases, AT(1), AT(2), ip + 3);
		NEXT(4 + ip[3]);
	}
	CALL_OP(ADD_TO, 4, GDScriptVMSlow::add_to(frame, AT(1), AT(2), AT(3)))
	OP(ADD_TO_STATIC) :
	{
		Variant *place = nullptr;
		CHECK((place = static_place(frame, ip[1])) && GDScriptVMSlow::add_to(frame, *place, AT(2), AT(3)));
		NEXT(4);
	}
	CALL_OP(ADD_TO_INDEX, 4, GDScriptVMSlow::add_to_index(frame, AT(1), AT(2), AT(3)))
	OP(ADD_TO_NAMED) :
	{
		CHECK(GDScriptVMSlow::add_to_named(frame, AT(1), AT(2), frame->function->names[ip[3]], frame->function->caches[ip[4]], frame->function->caches[ip[5]]));
		NEXT(6);
	}
	CALL_OP(ADD_LATER, 4, GDScriptVMSlow::add_later(frame, AT(1), AT(2), AT(3)))
	OP(BOOLEANIZE) :
	{
		const Variant &value = AT(2);
		Internal::set_bool(&AT(1), value.get_type() == Variant::BOOL ? Internal::get_bool(&value) : value.booleanize());
		NEXT(3);
	}
	OP(NOT) :
	{
		const Variant &value = AT(2);
		Internal::set_bool(&AT(1), value.get_type() == Variant::BOOL ? !Internal::get_bool(&value) : !value.booleanize());
		NEXT(3);
	}
	OP(MATCH_VALUE) :
	{
		SAVE();
		const bool matches = GDScriptVMSlow::match_value(AT(2), AT(3));
		Internal::set_bool(&AT(1), matches);
		NEXT(4);
	}
	OP(IS_TYPE) :
	{
		SAVE();
		bool matches = false;
		CHECK(GDScriptVMSlow::is_type(frame, AT(2), frame->function->types[ip[3]], matches));
		Internal::set_bool(&AT(1), matches);
		NEXT(4);
	}
	OP(CAST) :
	{
		CHECK(GDScriptVMSlow::cast(frame, AT(1), AT(2), frame->function->types[ip[3]]));
		NEXT(4);
	}

	OP(JUMP) :
	{
		JUMP_TO(1);
	}
	OP(JUMP_IF) :
	{
		const Variant &value = AT(1);
		if (value.get_type() == Variant::BOOL ? Internal::get_bool(&value) : value.booleanize()) {
			JUMP_TO(2);
		}
		NEXT(3);
	}
	OP(JUMP_IF_NOT) :
	{
		const Variant &value = AT(1);
		if (value.get_type() == Variant::BOOL ? !Internal::get_bool(&value) : !value.booleanize()) {
			JUMP_TO(2);
		}
		NEXT(3);
	}
	OP(JUMP_IF_BOOL) :
	{
		if (BOOL_AT(1)) {
			JUMP_TO(2);
		}
		NEXT(3);
	}
	OP(JUMP_IF_NOT_BOOL) :
	{
		if (!BOOL_AT(1)) {
			JUMP_TO(2);
		}
		NEXT(3);
	}
	OP(JUMP_IF_SHARED) :
	{
		if (Variant::is_type_shared(AT(1).get_type())) {
			JUMP_TO(2);
		}
		NEXT(3);
	}
	OP(JUMP_UNLESS_HELD) :
	{
		if (!GDScriptVMSlow::give_up_held(AT(1), AT(2), AT(3))) {
			JUMP_TO(4);
		}
		NEXT(5);
	}
	JUMP_COMPARE(JUMP_IF_EQ_INT, INT_AT, , ==)
	JUMP_COMPARE(JUMP_IF_NE_INT, INT_AT, , !=)
	JUMP_COMPARE(JUMP_IF_LT_INT, INT_AT, , <)
	JUMP_COMPARE(JUMP_IF_LE_INT, INT_AT, , <=)
	JUMP_COMPARE(JUMP_IF_LT_FLOAT, FLOAT_AT, , <)
	JUMP_COMPARE(JUMP_IF_LE_FLOAT, FLOAT_AT, , <=)
	JUMP_COMPARE(JUMP_IF_NOT_LT_FLOAT, FLOAT_AT, !, <)
	JUMP_COMPARE(JUMP_IF_NOT_LE_FLOAT, FLOAT_AT, !, <=)
	ANY_JUMP(JUMP_IF_NOT_LT, <, OP_LESS)
	ANY_JUMP(JUMP_IF_NOT_LE, <=, OP_LESS_EQUAL)
	ANY_JUMP(JUMP_IF_NOT_GT, >, OP_GREATER)
	ANY_JUMP(JUMP_IF_NOT_GE, >=, OP_GREATER_EQUAL)
	ANY_JUMP(JUMP_IF_NOT_EQ, ==, OP_EQUAL)
	ANY_JUMP(JUMP_IF_NOT_NE, !=, OP_NOT_EQUAL)

	OP(FOR_RANGE_BEGIN) :
	{
		const int64_t start = INT_AT(2);
		const int64_t end = INT_AT(3);
		const int64_t step = INT_AT(4);
		if (step > 0 ? start >= end : (step == 0 || start <= end)) {
			JUMP_TO(6);
		}
		Internal::overwrite_int(&AT(1), start);
		Internal::set_int(&AT(5), start);
		NEXT(7);
	}
	OP(FOR_RANGE_NEXT) :
	{
		const int64_t end = INT_AT(2);
		const int64_t step = INT_AT(3);
		int64_t &counter = INT_AT(1);
		int64_t following;
		// Past the largest number there is no next one.
		if (unlikely(__builtin_add_overflow(counter, step, &following)) || (step > 0 ? following >= end : following <= end)) {
			NEXT(6);
		}
		counter = following;
		Internal::set_int(&AT(4), following);
		JUMP_TO(5);
	}
	OP(FOR_COUNT_NEXT) :
	{
		int64_t &counter = INT_AT(1);
		const int64_t following = counter + 1;
		if (following >= INT_AT(2)) {
			NEXT(5);
		}
		counter = following;
		Internal::set_int(&AT(3), following);
		JUMP_TO(4);
	}
	OP(FOR_BEGIN) :
	{
		const Variant &container = AT(2);
		if (container.get_type() == Variant::ARRAY) {
			const Array &array = Internal::get_array(&container);
			if (Internal::array_size(array) == 0) {
				JUMP_TO(4);
			}
			Internal::set_int(&AT(1), 0);
			AT(3) = Internal::array_ptr(array)[0];
			NEXT(5);
		}
		bool found = false;
		CHECK(GDScriptVMSlow::iterate_begin(frame, AT(1), container, AT(3), found));
		if (!found) {
			JUMP_TO(4);
		}
		NEXT(5);
	}
	OP(FOR_NEXT) :
	{
		const Variant &container = AT(2);
		if (container.get_type() == Variant::ARRAY) {
			const Array &array = Internal::get_array(&container);
			int64_t &index = INT_AT(1);
			if (++index >= Internal::array_size(array)) {
				NEXT(5);
			}
			AT(3) = Internal::array_ptr(array)[index];
			JUMP_TO(4);
		}
		if (container.get_type() == Variant::PACKED_BYTE_ARRAY) {
			const PackedByteArray &bytes = Internal::get<PackedByteArray>(&container);
			int64_t &index = INT_AT(1);
			if (++index >= bytes.size()) {
				NEXT(5);
			}
			Internal::set_int(&AT(3), bytes.ptr()[index]);
			JUMP_TO(4);
		}
		bool found = false;
		CHECK(GDScriptVMSlow::iterate_next(frame, AT(1), container, AT(3), found));
		Graveyard::sweep_if_due();
		if (found) {
			JUMP_TO(4);
		}
		NEXT(5);
	}

	OP(MAKE_ARRAY) :
	{
		CHECK(GDScriptVMSlow::make_array(frame, bases, AT(1), ip + 2, nullptr));
		NEXT(3 + ip[2]);
	}
	OP(MAKE_TYPED_ARRAY) :
	{
		CHECK(GDScriptVMSlow::make_array(frame, bases, AT(1), ip + 3, &frame->function->types[ip[2]]));
		NEXT(4 + ip[3]);
	}
	OP(MAKE_DICTIONARY) :
	{
		CHECK(GDScriptVMSlow::make_dictionary(frame, bases, AT(1), ip + 2, nullptr));
		NEXT(3 + ip[2]);
	}
	OP(MAKE_TYPED_DICTIONARY) :
	{
		CHECK(GDScriptVMSlow::make_dictionary(frame, bases, AT(1), ip + 3, &frame->function->types[ip[2]]));
		NEXT(4 + ip[3]);
	}
	OP(GET_INDEX) :
	{
		const Variant &base = AT(2);
		const Variant &key = AT(3);
		if (base.get_type() == Variant::ARRAY && key.get_type() == Variant::INT) {
			const Array &array = Internal::get_array(&base);
			const uint64_t index = uint64_t(Internal::get_int(&key));
			if (likely(index < uint64_t(Internal::array_size(array)))) {
				AT(1) = Internal::array_ptr(array)[index];
				NEXT(4);
			}
		}
		CHECK(GDScriptVMSlow::get_index(frame, AT(1), base, key));
		NEXT(4);
	}
	OP(GET_INDEX_ARRAY) :
	{
		const Array &array = Internal::get_array(&AT(2));
		const uint64_t index = uint64_t(INT_AT(3));
		if (likely(index < uint64_t(Internal::array_size(array)))) {
			AT(1) = Internal::array_ptr(array)[index];
			NEXT(4);
		}
		CHECK(GDScriptVMSlow::get_index(frame, AT(1), AT(2), AT(3)));
		NEXT(4);
	}
	OP(GET_INDEX_TYPED) :
	{
		const Array &array = Internal::get_array(&AT(2));
		const uint64_t index = uint64_t(INT_AT(3));
		if (likely(index < uint64_t(Internal::array_size(array)) && uint32_t(Internal::array_ptr(array)[index].get_type()) == ip[4])) {
			Internal::copy_plain(&AT(1), &Internal::array_ptr(array)[index]);
			NEXT(5);
		}
		CHECK(GDScriptVMSlow::get_index_typed(frame, AT(1), AT(2), AT(3), Variant::Type(ip[4])));
		NEXT(5);
	}
	OP(GET_INDEX_DICTIONARY) :
	{
		SAVE();
		const Variant *value = Internal::get_dictionary(&AT(2)).getptr(AT(3));
		if (likely(value != nullptr)) {
			AT(1) = *value;
			NEXT(4);
		}
		CHECK(GDScriptVMSlow::get_index(frame, AT(1), AT(2), AT(3)));
		NEXT(4);
	}
	OP(GET_INDEX_VALIDATED) :
	{
		bool out_of_bounds = false;
		frame->function->indexed_getters.ptr()[ip[4]](&AT(2), INT_AT(3), &AT(1), &out_of_bounds);
		if (unlikely(out_of_bounds)) {
			CHECK(GDScriptVMSlow::get_index(frame, AT(1), AT(2), AT(3)));
		}
		NEXT(5);
	}
	OP(SET_INDEX) :
	{
		CHECK(GDScriptVMSlow::set_index(frame, AT(1), AT(2), AT(3)));
		NEXT(4);
	}
	OP(SET_INDEX_INSIDE) :
	{
		if (AT(3).get_type() == Variant::STRING && GDScriptVMSlow::set_in_text(AT(1), AT(2), AT(3), AT(4), AT(5))) {
			JUMP_TO(6);
		}
		CHECK(GDScriptVMSlow::set_index(frame, AT(3), AT(4), AT(5)));
		if (Variant::is_type_shared(AT(3).get_type())) {
			JUMP_TO(6);
		}
		NEXT(7);
	}
	OP(SET_INDEX_IN_STATIC) :
	{
		Variant *place = nullptr;
		CHECK((place = static_place(frame, ip[1])));
		if (GDScriptVMSlow::set_in_static_text(*place, AT(2), AT(3), AT(4))) {
			JUMP_TO(5);
		}
		NEXT(6);
	}
	OP(SET_INDEX_ARRAY) :
	{
		Array &array = Internal::get_array(&AT(1));
		const uint64_t index = uint64_t(INT_AT(2));
		if (likely(index < uint64_t(Internal::array_size(array)))) {
			const uint32_t type = AT(3).get_type();
			// A typed array takes exactly its type as it is; objects are looked at more closely.
			if (Internal::array_is_plain(array) || (type != Variant::OBJECT && array.get_typed_builtin() == type && type != Variant::NIL && !array.is_read_only())) {
				SAVE();
				Internal::array_ptrw(array)[index] = AT(3);
				NEXT(4);
			}
		}
		CHECK(GDScriptVMSlow::set_index(frame, AT(1), AT(2), AT(3)));
		NEXT(4);
	}
	OP(SET_INDEX_VALIDATED) :
	{
		bool out_of_bounds = false;
		frame->function->indexed_setters.ptr()[ip[4]](&AT(1), INT_AT(2), &AT(3), &out_of_bounds);
		if (unlikely(out_of_bounds)) {
			CHECK(GDScriptVMSlow::set_index(frame, AT(1), AT(2), AT(3)));
		}
		NEXT(5);
	}
	OP(MATCH_ARRAY) :
	{
		const bool matches = GDScriptVMSlow::match_array(AT(2), int(ip[3]), ip[4] != 0);
		Internal::set_bool(&AT(1), matches);
		NEXT(5);
	}
	OP(MATCH_DICTIONARY) :
	{
		const bool matches = GDScriptVMSlow::match_dictionary(AT(2), int(ip[3]), ip[4] != 0);
		Internal::set_bool(&AT(1), matches);
		NEXT(5);
	}
	OP(MATCH_HAS_KEY) :
	{
		const bool matches = Internal::get_dictionary(&AT(2)).has(AT(3));
		Internal::set_bool(&AT(1), matches);
		NEXT(4);
	}

	OP(GET_NAMED) :
	{
		SAVE();
		const Variant &base = AT(2);
		if (base.get_type() == Variant::OBJECT) {
			GDScriptInstance *instance = nullptr;
			Object *object = nullptr;
			const GDScriptInlineCacheEntry *entry = frame->function->caches[ip[4]].find(get_cache_key(base, instance, object));
			if (likely(entry != nullptr)) {
				if (entry->kind == GDScriptInlineCacheEntry::SCRIPT_MEMBER) {
					AT(1) = instance->members[entry->index];
					NEXT(5);
				}
				if (entry->kind == GDScriptInlineCacheEntry::NATIVE_METHOD) {
					static_cast<const MethodBind *>(entry->target)->validated_call(object, nullptr, &AT(1));
					NEXT_SWEPT(5);
				}
				if (entry->kind == GDScriptInlineCacheEntry::SCRIPT_ACCESSOR) {
					callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
					callee_instance = callee->is_static ? nullptr : instance;
					call_result = &AT(1);
					call_count = 0;
					frame->next = ip + 5;
					goto call_script;
				}
			}
		} else if (const GDScriptInlineCacheEntry *entry = frame->function->caches[ip[4]].find(get_builtin_key(base.get_type()))) {
			reinterpret_cast<Variant::ValidatedGetter>(const_cast<void *>(entry->target))(&base, &AT(1));
			NEXT(5);
		}
		CHECK(GDScriptVMSlow::get_named(frame, AT(1), base, frame->function->names[ip[3]], frame->function->caches[ip[4]]));
		NEXT_SWEPT(5);
	}
	OP(SET_NAMED) :
	{
		SAVE();
		const Variant &base = AT(1);
		if (base.get_type() == Variant::OBJECT) {
			GDScriptInstance *instance = nullptr;
			Object *object = nullptr;
			const GDScriptInlineCacheEntry *entry = frame->function->caches[ip[4]].find(get_cache_key(base, instance, object));
			if (likely(entry != nullptr)) {
				if (!entry->type->is_typed() || (entry->type->kind == GDScriptValueType::BUILTIN && !entry->type->has_elements && entry->type->builtin_type == AT(2).get_type())) {
					if (entry->kind == GDScriptInlineCacheEntry::SCRIPT_MEMBER) {
						instance->members[entry->index] = AT(2);
						NEXT(5);
					}
					callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
					callee_instance = callee->is_static ? nullptr : instance;
					call_result = &p_stack.discarded;
					call_words = ip + 2;
					call_count = 1;
					frame->next = ip + 5;
					goto call_script;
				}
			}
		} else if (const GDScriptInlineCacheEntry *entry = frame->function->caches[ip[4]].find(get_builtin_key(base.get_type())); entry && int(AT(2).get_type()) == entry->index) {
			reinterpret_cast<Variant::ValidatedSetter>(const_cast<void *>(entry->target))(&AT(1), &AT(2));
			NEXT(5);
		}
		CHECK(GDScriptVMSlow::set_named(frame, AT(1), AT(2), frame->function->names[ip[3]], frame->function->caches[ip[4]]));
		NEXT_SWEPT(5);
	}
	OP(GET_MEMBER_VALIDATED) :
	{
		frame->function->getters.ptr()[ip[3]](&AT(2), &AT(1));
		NEXT(4);
	}
	OP(SET_MEMBER_VALIDATED) :
	{
		frame->function->setters.ptr()[ip[3]](&AT(1), &AT(2));
		NEXT(4);
	}
	OP(GET_STATIC) :
	{
		const Variant *place = nullptr;
		CHECK((place = static_place(frame, ip[2])));
		AT(1) = *place;
		NEXT(3);
	}
	OP(SET_STATIC) :
	{
		Variant *place = nullptr;
		CHECK((place = static_place(frame, ip[1])));
		*place = AT(2);
		NEXT(3);
	}
	OP(GET_GLOBAL) :
	{
		CHECK(GDScriptVMSlow::get_global(frame, AT(1), frame->function->names[ip[2]]));
		NEXT(3);
	}
	OP(GET_SCRIPT) :
	{
		AT(1) = Variant(static_cast<const Object *>(frame->function->scripts[ip[2]]));
		NEXT(3);
	}
	OP(MAKE_CALLABLE) :
	{
		AT(1) = GDScriptVMSlow::make_callable(AT(2), frame->function->names[ip[3]]);
		NEXT(4);
	}
	OP(MAKE_SIGNAL) :
	{
		AT(1) = GDScriptVMSlow::make_signal(AT(2), frame->function->names[ip[3]]);
		NEXT(4);
	}
	OP(MAKE_LAMBDA) :
	{
		SAVE();
		GDScriptVMSlow::make_lambda(frame, bases, AT(1), frame->function->lambdas[ip[2]], ip + 3);
		NEXT(4 + ip[3]);
	}

	OP(CALL) :
	{
		SAVE();
		const Variant &base = AT(2);
		GDScriptInlineCache &cache = frame->function->caches[ip[4]];
		call_result = &AT(1);
		call_words = ip + 5;
		if (base.get_type() == Variant::OBJECT) {
			Object *object = nullptr;
			const GDScriptInlineCacheEntry *entry = cache.find(get_cache_key(base, callee_instance, object));
			if (likely(entry != nullptr) && entry->kind == GDScriptInlineCacheEntry::SCRIPT_FUNCTION) {
				callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
				if (callee->is_static) {
					callee_instance = nullptr;
				}
				goto call_with_words;
			}
		}
		GO_ON_AFTER(GDScriptVMSlow::call(frame, bases, *call_result, base, frame->function->names[ip[3]], cache, call_words, callee, callee_instance));
	}
	OP(CALL_SELF) :
	{
		SAVE();
		GDScriptInlineCache &cache = frame->function->caches[ip[3]];
		call_result = &AT(1);
		call_words = ip + 4;
		callee_instance = frame->instance;
		const GDScriptInlineCacheEntry *entry = callee_instance ? cache.find(callee_instance->script->get_cache_key()) : nullptr;
		if (likely(entry != nullptr && entry->kind == GDScriptInlineCacheEntry::SCRIPT_FUNCTION)) {
			callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
			if (unlikely(callee->is_static)) {
				callee_instance = nullptr;
			}
			goto call_with_words;
		}
		GO_ON_AFTER(GDScriptVMSlow::call(frame, bases, *call_result, *frame->get_self(), frame->function->names[ip[2]], cache, call_words, callee, callee_instance));
	}
	OP(CALL_SUPER) :
	{
		SAVE();
		GDScriptClass *script = frame->function->scripts.ptr()[ip[2]];
		GDScriptInlineCache &cache = frame->function->caches[ip[4]];
		const GDScriptInlineCacheEntry *entry = cache.entry.load(std::memory_order_acquire);
		call_result = &AT(1);
		call_words = ip + 5;
		if (likely(entry && entry->key == script->get_cache_key())) {
			callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
			callee_instance = callee->is_static ? nullptr : frame->instance;
			goto call_with_words;
		}
		GO_ON_AFTER(GDScriptVMSlow::call_super(frame, bases, *call_result, script, frame->function->names[ip[3]], cache, call_words, callee, callee_instance));
	}
	OP(CALL_STATIC) :
	{
		SAVE();
		GDScriptClass *script = frame->function->scripts.ptr()[ip[2]];
		GDScriptInlineCache &cache = frame->function->caches[ip[4]];
		const GDScriptInlineCacheEntry *entry = cache.entry.load(std::memory_order_acquire);
		call_result = &AT(1);
		call_words = ip + 5;
		callee_instance = nullptr;
		if (likely(entry && entry->key == script->get_cache_key())) {
			callee = static_cast<GDScriptFunction *>(const_cast<void *>(entry->target));
			goto call_with_words;
		}
		GO_ON_AFTER(GDScriptVMSlow::call_static(frame, bases, *call_result, script, frame->function->names[ip[3]], cache, call_words, callee));
	}
	OP(CALL_UTILITY) :
	{
		CHECK(GDScriptVMSlow::call_utility(frame, bases, AT(1), frame->function->utilities[ip[2]], ip + 3));
		NEXT_SWEPT(4 + ip[3]);
	}
	OP(CALL_UTILITY_VALIDATED) :
	{
		SAVE();
		const int count = int(ip[3]);
		for (int i = 0; i < count; i++) {
			arguments[i] = &AT(4 + i);
		}
		frame->function->utilities.ptr()[ip[2]]->validated(&AT(1), arguments, count);
		NEXT_SWEPT(4 + count);
	}
	OP(CALL_GDSCRIPT_UTILITY) :
	{
		CHECK(GDScriptVMSlow::call_gdscript_utility(frame, bases, AT(1), int(ip[2]), ip + 3));
		NEXT_SWEPT(4 + ip[3]);
	}
	OP(CALL_BUILTIN_VALIDATED) :
	{
		SAVE();
		const int count = int(ip[4]);
		for (int i = 0; i < count; i++) {
			arguments[i] = &AT(5 + i);
		}
		frame->function->builtin_methods.ptr()[ip[3]](&AT(2), arguments, count, &AT(1));
		NEXT_SWEPT(5 + count);
	}
	OP(CALL_BUILTIN_STATIC) :
	{
		CHECK(GDScriptVMSlow::call_builtin_static(frame, bases, AT(1), Variant::Type(ip[2]), frame->function->names[ip[3]], ip + 4));
		NEXT_SWEPT(5 + ip[4]);
	}
	OP(CALL_METHOD_BIND) :
	{
		CHECK(GDScriptVMSlow::call_method_bind(frame, bases, AT(1), AT(2), frame->function->methods[ip[3]], ip + 4));
		NEXT_SWEPT(5 + ip[4]);
	}
	OP(CALL_METHOD_BIND_OBJECTS) :
	{
		SAVE();
		const MethodBind *method = frame->function->methods.ptr()[ip[3]];
		Object *object = get_live_object(AT(2));
		bool fits = object != nullptr;
		const int count = int(ip[5]);
		for (int i = 0; i < count; i++) {
			arguments[i] = &AT(6 + i);
		}
		for (uint32_t objects = ip[4]; objects != 0; objects &= objects - 1) {
			const int i = __builtin_ctz(objects);
			if (arguments[i]->get_type() != Variant::NIL) {
				const Object *passed = get_live_object(*arguments[i]);
				fits = fits && passed && passed->derives_from_tag(method->get_argument_class_tag(i));
			}
		}
		if (likely(fits)) {
			method->validated_call(object, arguments, &AT(1));
		} else {
			CHECK(GDScriptVMSlow::call_method_bind(frame, bases, AT(1), AT(2), method, ip + 5));
		}
		NEXT_SWEPT(6 + count);
	}
	OP(CALL_METHOD_BIND_VALIDATED) :
	{
		SAVE();
		Object *object = get_live_object(AT(2));
		const int count = int(ip[4]);
		if (unlikely(!object)) {
			object = GDScriptVMSlow::get_dying_self(frame, AT(2));
			if (!object) {
				CHECK(GDScriptVMSlow::fail_on_null_base(frame, AT(2), frame->function->methods[ip[3]]->get_name()));
			}
		}
		for (int i = 0; i < count; i++) {
			arguments[i] = &AT(5 + i);
		}
		frame->function->methods.ptr()[ip[3]]->validated_call(object, arguments, &AT(1));
		NEXT_SWEPT(5 + count);
	}
	OP(EMIT_SIGNAL) :
	{
		SAVE();
		GDScriptVMSlow::emit_signal(frame, bases, AT(1), frame->function->names.ptr()[ip[2]], ip + 3);
		NEXT_SWEPT(4 + ip[3]);
	}
	OP(CALL_NATIVE_STATIC) :
	{
		CHECK(GDScriptVMSlow::call_method_bind(frame, bases, AT(1), Variant(), frame->function->methods[ip[2]], ip + 3));
		NEXT_SWEPT(4 + ip[3]);
	}
	OP(CONSTRUCT) :
	{
		CHECK(GDScriptVMSlow::construct(frame, bases, AT(1), Variant::Type(ip[2]), ip + 3));
		NEXT(4 + ip[3]);
	}
	OP(CONSTRUCT_VALIDATED) :
	{
		SAVE();
		const int count = int(ip[3]);
		for (int i = 0; i < count; i++) {
			arguments[i] = &AT(4 + i);
		}
		frame->function->constructors.ptr()[ip[2]](&AT(1), arguments);
		NEXT(4 + count);
	}

call_with_words:
	call_count = int(call_words[0]);
	call_words++;
	frame->next = call_words + call_count;
call_script : {
	const int missing = int(callee->argument_tags.size()) - call_count;
	GDScriptFrame *called = p_stack.push(callee);
	if (unlikely(!called)) {
		GDScriptVMSlow::fail_on_overflow(frame);
		goto failed;
	}
	called->is_entry = false;
	called->result = call_result;
	// Anything out of the ordinary goes the long way, which checks, converts and reports.
	if (likely(missing >= 0 && missing <= callee->default_argument_count && !callee->is_vararg && copy_arguments(called, callee, bases, call_words, call_count))) {
		called->ip = callee->code.ptr() + callee->default_entries.ptr()[callee->default_argument_count - missing];
		if (callee_instance) {
			GDScriptVMSlow::take_self(called, frame, callee_instance);
		} else {
			called->instance = nullptr;
		}
	} else if (!GDScriptVMSlow::enter_checked(p_stack, frame, called, callee_instance, bases, call_words, call_count)) {
		goto failed;
	}
	frame = called;
	goto load_frame;
}

	OP(RETURN) :
	{
		SAVE();
		Variant &value = AT(1);
		if (Internal::is_plain(value.get_type()) || (ip[1] & 3) != GDScriptAddress::REGISTER || int32_t(ip[1]) < 0) {
			*frame->result = value;
		} else {
			*frame->result = static_cast<Variant &&>(value); // The frame ends here: what it owns may go.
		}
		goto returned;
	}
	OP(RETURN_NIL) :
	{
		SAVE();
		frame->result->clear();
		goto returned;
	}
	OP(RETURN_BUILTIN) :
	{
		const Variant &value = AT(1);
		if (likely(uint32_t(value.get_type()) == ip[2])) {
			SAVE();
			*frame->result = value;
		} else {
			CHECK(GDScriptVMSlow::return_builtin(frame, *frame->result, value, Variant::Type(ip[2])));
		}
		goto returned;
	}
	OP(RETURN_TYPED) :
	{
		CHECK(GDScriptVMSlow::return_typed(frame, *frame->result, AT(1), frame->function->types[ip[2]]));
		goto returned;
	}
	OP(AWAIT) :
	{
		SAVE();
		switch (GDScriptVMSlow::await(p_stack, frame, AT(1), AT(2), ip + 3)) {
			case GDScriptVMSlow::AWAIT_PASSED:
				NEXT(3);
			case GDScriptVMSlow::AWAIT_SUSPENDED: {
				const bool ended = frame->is_entry;
				frame = frame->previous;
				p_stack.pop(p_stack.get_top());
				if (ended) {
					return;
				}
				frame->ip = frame->next;
				goto load_frame;
			}
			case GDScriptVMSlow::AWAIT_REFUSED:
				frame = frame->previous;
				p_stack.pop(p_stack.get_top());
				GDScriptVMSlow::fail_on_waiting(frame);
				goto failed;
			case GDScriptVMSlow::AWAIT_FAILED:
				goto failed;
		}
	}
	OP(ASSERT) :
	{
		const Variant &condition = AT(1);
		if (unlikely(condition.get_type() == Variant::BOOL ? !Internal::get_bool(&condition) : !condition.booleanize())) {
			CHECK(GDScriptVMSlow::fail_assert(frame, AT(2)));
		}
		NEXT(3);
	}
	OP(BREAKPOINT) :
	{
		SAVE();
		GDScriptVMSlow::breakpoint(frame);
		NEXT(1);
	}
	OP(END) :
	{
		SAVE();
		frame->result->clear();
		goto returned;
	}

interrupted:
	frame->ip = ip;
	if (!GDScriptVMSlow::end_interrupted(p_stack, frame)) {
		goto *own_labels[*ip]; // Other threads are meant.
	}

failed:
	// The error is printed; the call gives what its declared type starts with, and the caller goes on.
	*frame->result = frame->function->return_type.get_default();
returned : {
	const bool ended = frame->is_entry;
	GDScriptFrame *caller = frame->previous;
	GDScriptFunctionState *state = frame->state;
	if (unlikely(state != nullptr)) {
		GDScriptVMSlow::finish_state(p_stack, frame);
		return; // A resumed call is always an entry.
	}
	leave(p_stack, frame);
	if (ended) {
		return;
	}
	frame = caller;
	frame->ip = frame->next;
	goto load_frame;
}
}
