// The tables of the built-in types, turned about once.
#include "modules/gdscript/compiler/gdscript_native_signatures.h"

#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/variant/builtin_registry.h"
#include "core/variant/string_format.h"

namespace {

class Tables {
	using Signatures = LocalVector<GDScriptNativeSignature>;
	HashMap<uint64_t, Signatures> entries;

	template <typename F>
	void add(F p_function, const GDScriptNativeSignature &p_signature) {
		if (p_function) {
			entries[key_of(reinterpret_cast<const void *>(p_function))].push_back(p_signature);
		}
	}
	static uint64_t key_of(const void *p_function) { return uint64_t(reinterpret_cast<uintptr_t>(p_function)); }

	void add_methods(Variant::Type p_type) {
		Vector<StringName> names;
		Variant::get_builtin_method_list(p_type, &names);
		for (const StringName &name : names) {
			const BuiltinMethod *info = Variant::get_builtin_method_info(p_type, name);
			if (!info->is_static()) {
				add(info->validated, { p_type, info->argument_types, info->has_return(), info->return_type });
			}
		}
	}

	void add_constructors(Variant::Type p_type) {
		for (int i = 0; i < Variant::get_constructor_count(p_type); i++) {
			GDScriptNativeSignature signature;
			for (int j = 0; j < Variant::get_constructor_argument_count(p_type, i); j++) {
				signature.arguments.push_back(Variant::get_constructor_argument_type(p_type, i, j));
			}
			signature.result = p_type;
			add(Variant::get_validated_constructor(p_type, i), signature);
		}
	}

	void add_places(Variant::Type p_type) {
		Vector<StringName> names;
		Variant::get_member_list(p_type, &names);
		for (const StringName &name : names) {
			const GDScriptNativeSignature signature = { p_type, {}, true, Variant::get_member_type(p_type, name) };
			add(Variant::get_member_validated_getter(p_type, name), signature);
			add(Variant::get_member_validated_setter(p_type, name), signature);
		}
		if (Variant::has_indexing(p_type)) {
			const GDScriptNativeSignature signature = { p_type, {}, true, Variant::get_indexed_element_type(p_type) };
			add(Variant::get_member_validated_indexed_getter(p_type), signature);
			add(Variant::get_member_validated_indexed_setter(p_type), signature);
		}
	}

	void add_operators(Variant::Operator p_operator) {
		for (int left = 0; left < Variant::VARIANT_MAX; left++) {
			for (int right = 0; right < Variant::VARIANT_MAX; right++) {
				const GDScriptNativeSignature signature = { Variant::Type(left), { Variant::Type(right) }, true, Variant::get_operator_return_type(p_operator, Variant::Type(left), Variant::Type(right)) };
				add(Variant::get_validated_operator_evaluator(p_operator, Variant::Type(left), Variant::Type(right)), signature);
			}
		}
	}

	Tables() {
		for (int type = 0; type < Variant::VARIANT_MAX; type++) {
			add_methods(Variant::Type(type));
			add_constructors(Variant::Type(type));
			add_places(Variant::Type(type));
			for (const Variant::Type text : { Variant::STRING, Variant::STRING_NAME }) {
				add(Variant::ValidatedOperatorEvaluator(&string_format_validated), { text, { Variant::Type(type) }, true, Variant::STRING });
			}
		}
		for (int op = 0; op < Variant::OP_MAX; op++) {
			add_operators(Variant::Operator(op));
		}
	}

public:
	static const Tables &get() {
		static const Tables tables;
		return tables;
	}

	template <typename F>
	const GDScriptNativeSignature *find(const void *p_function, F p_fits) const {
		if (const Signatures *signatures = entries.getptr(key_of(p_function))) {
			for (const GDScriptNativeSignature &signature : *signatures) {
				if (p_fits(signature)) {
					return &signature;
				}
			}
		}
		return nullptr;
	}
};

} // namespace

const GDScriptNativeSignature *GDScriptNativeSignatures::find(const void *p_function) {
	return Tables::get().find(p_function, [](const GDScriptNativeSignature &) { return true; });
}

const GDScriptNativeSignature *GDScriptNativeSignatures::find_operator(const void *p_function, uint8_t p_left, uint8_t p_right) {
	return Tables::get().find(p_function, [p_left, p_right](const GDScriptNativeSignature &p_signature) {
		return (p_left >= Variant::VARIANT_MAX || p_left == p_signature.base) && (p_right >= Variant::VARIANT_MAX || p_right == p_signature.arguments[0]);
	});
}
