// KnownCall: a method of a native class as what KnownClasses::implement() takes, for members whose names, types and defaults the facts have.
#pragma once

#include "core/object/method_bind.h"

namespace KnownCall {

template <auto METHOD, typename T, typename R, typename... P, size_t... I>
void invoke(T *p_self, const Variant **p_args, Variant *r_ret, std::index_sequence<I...>) {
	if constexpr (std::is_void_v<R>) {
		(p_self->*METHOD)(VariantCaster<BoundArgument<P>>::get(*p_args[I])...);
	} else {
		store_result(r_ret, (p_self->*METHOD)(VariantCaster<BoundArgument<P>>::get(*p_args[I])...));
	}
}

template <auto METHOD, typename T, typename R, typename... P>
void unpack(Object *p_object, const Variant **p_args, Variant *r_ret, R (T::*)(P...)) {
	invoke<METHOD, T, R, P...>(static_cast<T *>(p_object), p_args, r_ret, std::index_sequence_for<P...>());
}

template <auto METHOD, typename T, typename R, typename... P>
void unpack(Object *p_object, const Variant **p_args, Variant *r_ret, R (T::*)(P...) const) {
	invoke<METHOD, const T, R, P...>(static_cast<const T *>(p_object), p_args, r_ret, std::index_sequence_for<P...>());
}

// KnownClasses::implement("TextEdit", "add_gutter", KnownCall::of<&TextEdit::add_gutter>)
template <auto METHOD>
void of(Object *p_object, const Variant **p_args, Variant *r_ret) {
	unpack<METHOD>(p_object, p_args, r_ret, METHOD);
}

} // namespace KnownCall
