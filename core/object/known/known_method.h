// KnownMethod: a method of which only the signature is known. Accessors keep values; anything else says that it is not there.
#pragma once

#include "core/object/method_bind.h"
#include "core/object/property_info.h"

#include <atomic>

class KnownMethod final : public MethodBind {
public:
	enum Kind {
		ABSENT, // Tells once that it does nothing, and gives the default of its type.
		GETTER, // Of what the object keeps for a property, or the property's default.
		SETTER,
		IMPLEMENTED, // By a function of the engine.
	};
	using Function = void (*)(Object *p_object, const Variant **p_args, Variant *r_ret);
	struct Property {
		StringName name;
		Variant default_value;
		int index = -1; // The accessor's first argument, when several properties share it.
	};

private:
	MethodInfo info;
	LocalVector<MethodType> own_types;
	LocalVector<Property> properties; // Of an accessor.
	Kind kind = ABSENT;
	Function function = nullptr;
	bool quiet = false;
	mutable std::atomic<bool> told{ false };

	const Property *find_property(const Variant *p_index) const;
	void tell() const;
	bool fits(const Variant &p_value, int p_argument) const;

public:
	Variant call(Object *p_object, const Variant **p_args, int p_argcount, Callable::CallError &r_error) const override;
	void validated_call(Object *p_object, const Variant **p_args, Variant *r_ret) const override;
	PropertyInfo get_argument_info(int p_argument) const override;

	Kind get_kind() const { return kind; }
	// Makes an accessor of it. For a method that takes an index: once for each property.
	void add_property(Kind p_kind, const Property &p_property);
	void implement(Function p_function) {
		kind = IMPLEMENTED;
		function = p_function;
	}
	// p_info's flags say whether it is static, const or takes any arguments. p_quiet: it does nothing without a word.
	KnownMethod(const StringName &p_class, const MethodInfo &p_info, bool p_quiet);
};

// The value of a variable of this type that was given none: typed arrays and dictionaries know their type.
Variant known_zero_of(const PropertyInfo &p_info);
