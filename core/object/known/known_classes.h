// KnownClasses: classes and members of the 4.6 API that this engine has by name and type alone, as entries of ClassDB made when they are asked for.
#pragma once

#include "core/object/class_db.h"
#include "core/object/known/known_instance.h"
#include "core/os/memory.h"

// A known class descends from the nearest native one: its objects are of that one, carry the known class's tag, and keep the values of its
// properties (Object::set_known_value). What a native class lacks of the API stands in its supplement, which lookups that fail consult.
// Usable from any thread once everything native is registered and KnownFacts has its source. Entries live until cleanup().
class KnownClasses {
public:
	// Objects of T can be of known classes below it. Where T is abstract, MADE is a class that does as little as can be.
	template <typename T, typename MADE = T>
	static void add_base() {
		add_base(&T::class_tag, [](ClassTag *p_tag) -> Object * { return memnew(KnownInstance<MADE>(p_tag)); });
	}

	static ClassDB::ClassInfo *get_class_info(const StringName &p_class); // Null when nobody knows it, or it is native.
	// What the native class lacks, if p_member may be in it, else null. Quick for names that the API does not have.
	static const ClassDB::ClassInfo *find_supplement(const ClassDB::ClassInfo *p_native, const StringName &p_member);
	static const ClassDB::ClassInfo *get_supplement(const ClassDB::ClassInfo *p_native); // All that it lacks.
	static void get_class_list(LocalVector<StringName> *p_classes); // Those that are not native.
	static StringName get_parent_class(const StringName &p_class); // Without making an entry.
	static bool is_known(const ClassDB::ClassInfo *p_class) { return p_class->is_known; }
	static bool is_of_editor(const StringName &p_class);

	// Made when first asked for, and owned here. Null when the API has none of that name.
	static Object *get_singleton(const StringName &p_name);
	static bool has_singleton(const StringName &p_name);
	static void free_singletons();

	// Lets a method of a known class, or one that a native class lacks, do something after all: p_function is called with all arguments, of
	// the declared types. For start-up; the names are literals.
	using Function = void (*)(Object *p_object, const Variant **p_args, Variant *r_ret);
	static void implement(const char *p_class, const char *p_method, Function p_function);

	// Called by what has no effect here. With a handler (--strict) that is told instead.
	static void tell_absent(const StringName &p_class, const StringName &p_method);
	using AbsentHandler = void (*)(const String &p_message);
	static void set_absent_handler(AbsentHandler p_handler);
	// What the class would need to do its work, in the words of a message: "the renderer".
	static const char *get_missing_part(const StringName &p_class);
	// Whether calling the method would only tell that it is absent.
	static bool is_absent(const MethodBind *p_method);
	// For --doctor: compilers of scripts report such calls.
	static void set_reporting_calls(bool p_report) { reporting_calls = p_report; }
	static bool is_reporting_calls() { return reporting_calls; }
	// Releases every entry; no object of a known class may live.
	static void cleanup();

private:
	static bool reporting_calls;
	static void add_base(ClassTag *p_tag, Object *(*p_create)(ClassTag *p_tag));
};
