// The vocabulary of the interpreter loop: operands, dispatch, and the families of instructions that differ in an operator only.
// Only for gdscript_vm.cpp; the names they use (ip, bases, frame, code, dispatch_table, failed, call_words) are the loop's.
#pragma once

#define AT(m_word) (*reinterpret_cast<Variant *>(bases[ip[m_word] & 3] + (int32_t(ip[m_word]) >> 2)))
#define INT_AT(m_word) Internal::get_int(&AT(m_word))
#define FLOAT_AT(m_word) Internal::get_float(&AT(m_word))
#define BOOL_AT(m_word) Internal::get_bool(&AT(m_word))
#define OP(m_name) OP_LABEL_##m_name
#define DISPATCH() goto *__atomic_load_n(&dispatch_table[*ip], __ATOMIC_RELAXED)
#define NEXT(m_size) \
	do { \
		ip += (m_size); \
		DISPATCH(); \
	} while (false)
#define JUMP_TO(m_word) \
	do { \
		ip = code + ip[m_word]; \
		DISPATCH(); \
	} while (false)
#define SAVE() frame->ip = ip
// After what may have called a script in its turn: nothing of it is on the C++ stack any more.
#define NEXT_SWEPT(m_size) \
	do { \
		Graveyard::sweep_if_due(); \
		NEXT(m_size); \
	} while (false)
#define CHECK(m_call) \
	do { \
		SAVE(); \
		if (unlikely(!(m_call))) { \
			goto failed; \
		} \
	} while (false)

// Behind what finds out what a call instruction calls: its GDScriptVMSlow::CallStatus says how.
#define GO_ON_AFTER(m_call) \
	do { \
		switch (m_call) { \
			case GDScriptVMSlow::CALL_DONE: \
				Graveyard::sweep_if_due(); \
				ip = call_words + 1 + call_words[0]; \
				DISPATCH(); \
			case GDScriptVMSlow::CALL_ENTER: \
				goto call_with_words; \
			case GDScriptVMSlow::CALL_ENTERED: \
				frame->next = call_words + 1 + call_words[0]; \
				frame = p_stack.get_top(); \
				goto load_frame; \
			case GDScriptVMSlow::CALL_FAILED: \
				goto failed; \
		} \
	} while (false)

#define INT_BINARY(m_name, m_expression) \
	OP(m_name) : { \
		const int64_t a = INT_AT(2); \
		const int64_t b = INT_AT(3); \
		Internal::overwrite_int(&AT(1), m_expression); \
		NEXT(4); \
	}
#define INT_COMPARE(m_name, m_operator) \
	OP(m_name) : { \
		const bool result = INT_AT(2) m_operator INT_AT(3); \
		Internal::overwrite_bool(&AT(1), result); \
		NEXT(4); \
	}
#define FLOAT_BINARY(m_name, m_operator) \
	OP(m_name) : { \
		const double result = FLOAT_AT(2) m_operator FLOAT_AT(3); \
		Internal::overwrite_float(&AT(1), result); \
		NEXT(4); \
	}
#define FLOAT_COMPARE(m_name, m_operator) \
	OP(m_name) : { \
		const bool result = FLOAT_AT(2) m_operator FLOAT_AT(3); \
		Internal::overwrite_bool(&AT(1), result); \
		NEXT(4); \
	}
// Instructions that one call does, which may fail.
#define CALL_OP(m_name, m_size, m_call) \
	OP(m_name) : { \
		CHECK(m_call); \
		NEXT(m_size); \
	}
#define JUMP_COMPARE(m_name, m_reader, m_not, m_operator) \
	OP(m_name) : { \
		if (m_not(m_reader(1) m_operator m_reader(2))) { \
			JUMP_TO(3); \
		} \
		NEXT(4); \
	}
// Operators on values of any type. Not `/` and `%`, which can fail for ints.
#define ANY_ARITHMETIC(m_name, m_wrapped, m_operator, m_variant_operator) \
	OP(m_name) : { \
		const Variant &a = AT(2); \
		const Variant &b = AT(3); \
		switch (type_pair(a, b)) { \
			case BOTH_INT: \
				Internal::set_int(&AT(1), m_wrapped(Internal::get_int(&a), Internal::get_int(&b))); \
				break; \
			case BOTH_FLOAT: \
				Internal::set_float(&AT(1), Internal::get_float(&a) m_operator Internal::get_float(&b)); \
				break; \
			case INT_FLOAT: \
				Internal::set_float(&AT(1), double(Internal::get_int(&a)) m_operator Internal::get_float(&b)); \
				break; \
			case FLOAT_INT: \
				Internal::set_float(&AT(1), Internal::get_float(&a) m_operator double(Internal::get_int(&b))); \
				break; \
			default: \
				CHECK(GDScriptVMSlow::binary(frame, Variant::m_variant_operator, a, b, AT(1))); \
		} \
		NEXT(4); \
	}
#define ANY_COMPARE(m_name, m_operator, m_variant_operator) \
	OP(m_name) : { \
		const Variant &a = AT(2); \
		const Variant &b = AT(3); \
		switch (type_pair(a, b)) { \
			case BOTH_INT: \
				Internal::set_bool(&AT(1), Internal::get_int(&a) m_operator Internal::get_int(&b)); \
				break; \
			case BOTH_FLOAT: \
				Internal::set_bool(&AT(1), Internal::get_float(&a) m_operator Internal::get_float(&b)); \
				break; \
			default: \
				CHECK(GDScriptVMSlow::binary(frame, Variant::m_variant_operator, a, b, AT(1))); \
		} \
		NEXT(4); \
	}
#define ANY_JUMP(m_name, m_operator, m_variant_operator) \
	OP(m_name) : { \
		const Variant &a = AT(1); \
		const Variant &b = AT(2); \
		bool result = false; \
		switch (type_pair(a, b)) { \
			case BOTH_INT: \
				result = Internal::get_int(&a) m_operator Internal::get_int(&b); \
				break; \
			case BOTH_FLOAT: \
				result = Internal::get_float(&a) m_operator Internal::get_float(&b); \
				break; \
			default: \
				CHECK(GDScriptVMSlow::compare(frame, Variant::m_variant_operator, a, b, result)); \
		} \
		if (!result) { \
			JUMP_TO(3); \
		} \
		NEXT(4); \
	}
