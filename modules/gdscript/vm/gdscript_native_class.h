// The native class of that name as a value: `var k = Node; k.new()`.
#pragma once

#include "core/object/ref_counted.h"

class GDScriptNativeClass : public RefCounted {
	GDCLASS(GDScriptNativeClass, RefCounted);

	StringName name;

	Variant _new();

protected:
	bool _get(const StringName &p_name, Variant &r_value) const;
	static void _bind_methods();

public:
	const StringName &get_name() const { return name; }
	Object *instantiate() const;
	Variant callp(const StringName &p_method, const Variant **p_args, int p_argcount, Callable::CallError &r_error) override;
	explicit GDScriptNativeClass(const StringName &p_name = StringName());
};
