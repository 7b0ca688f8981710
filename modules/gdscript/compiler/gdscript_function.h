// A compiled function: code, the tables its operands index, and its signature. Written by GDScriptCodegen, run by the virtual machine.
#pragma once

#include "core/object/object.h"
#include "core/string/string_name.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"
#include "core/variant/container_type.h"
#include "core/variant/variant.h"
#include "modules/gdscript/compiler/gdscript_opcodes.h"

#include <atomic>

class GDScriptClass;
class GDScriptFunction;
class MethodBind;
struct UtilityFunction;

// A type as the virtual machine checks it.
struct GDScriptValueType {
	enum Kind : uint8_t {
		ANY,
		BUILTIN, // builtin_type; ints for enums.
		NATIVE, // Objects of native_class or below it; null is let in.
		SCRIPT, // Objects whose script is script or extends it; null is let in.
	};
	Kind kind = ANY;
	Variant::Type builtin_type = Variant::NIL;
	StringName native_class;
	Script *script = nullptr; // Outlives the function: its own file's, or kept by the cache of script files.
	bool has_elements = false; // Array[T]: elements[0]; Dictionary[K, V]: both.
	ContainerType elements[2];

	bool operator==(const GDScriptValueType &p_other) const;
	bool operator!=(const GDScriptValueType &p_other) const { return !(*this == p_other); }
	bool is_typed() const { return kind != ANY; }
	// Is p_value of this type as it stands? p_null_fits: null counts as an object (assignments do, `is` does not).
	bool matches(const Variant &p_value, bool p_null_fits) const;
	// Lets p_value in, converted where the language converts implicitly. False: it does not fit; r_value is then untouched.
	bool convert(const Variant &p_value, Variant &r_value) const;
	// The same for parameters, which also take a packed array for a typed Array.
	bool convert_argument(const Variant &p_value, Variant &r_value) const;
	// What a place of this type starts with: 0, "", an empty (typed) array, null.
	Variant get_default() const;
	String get_name() const; // For messages.
};

// What an instruction found out the last time. Immutable once published, so threads may share call sites.
struct GDScriptInlineCacheEntry {
	enum Kind : uint8_t {
		SCRIPT_FUNCTION, // function
		SCRIPT_MEMBER, // index into the instance's members; type is what a write must fit
		SCRIPT_ACCESSOR, // function: getter or setter
		NATIVE_METHOD, // method
		BUILTIN_METHOD, // builtin
		BUILTIN_MEMBER, // target: the validated getter or setter; index: the member's Variant type
	};
	uint64_t key = 0; // Identity of the receiver's kind, see GDScriptVM.
	Kind kind = SCRIPT_FUNCTION;
	int index = 0;
	const void *target = nullptr;
	const GDScriptValueType *type = nullptr;
	GDScriptInlineCacheEntry *previous = nullptr; // Replaced ones live as long as the function: another thread may still read them.
};

struct GDScriptInlineCache {
	static constexpr int MAX_ENTRIES = 64; // Every compilation of a script is another receiver.
	static constexpr int SEARCHED = 4; // The newest so many; who sees more kinds of receivers in turn pays for it.
	std::atomic<GDScriptInlineCacheEntry *> entry{ nullptr };
	std::atomic<int> entry_count{ 0 };
	bool wants_result = false; // Of calls: what is called has to give something.
	bool refuses_waiting = false; // Of calls: the result is used at once, without `await`.
	GDScriptInlineCache() = default;
	GDScriptInlineCache(const GDScriptInlineCache &) = delete;
	void operator=(const GDScriptInlineCache &) = delete;
	~GDScriptInlineCache();
	void publish(const GDScriptInlineCacheEntry &p_entry);
	// What is known of receivers with p_key, or null.
	_FORCE_INLINE_ const GDScriptInlineCacheEntry *find(uint64_t p_key) const {
		const GDScriptInlineCacheEntry *found = entry.load(std::memory_order_acquire);
		if (likely(found && found->key == p_key)) {
			return found;
		}
		return search(found, p_key);
	}
	static const GDScriptInlineCacheEntry *search(const GDScriptInlineCacheEntry *p_entry, uint64_t p_key);
};

// A static variable as the code that names it was compiled. Where the class was compiled anew since with other variables, it is looked for by
// its name, and is found only if it is of the same type: the code relies on it.
struct GDScriptStaticSlot {
	GDScriptClass *script = nullptr; // The one that declares it.
	StringName name;
	GDScriptValueType type;
	uint64_t layout = UINT64_MAX; // The script's then; as it is, no script's.
	int index = 0;
};

class GDScriptFunction {
public:
	struct Argument {
		StringName name;
		GDScriptValueType type;
	};
	struct Line {
		int ip = 0; // From this word on.
		int line = 0;
	};

	static constexpr int MAX_FORMAT_LIST = 8; // Values of one FORMAT_LIST.

	// --- Signature.
	StringName name;
	GDScriptClass *script = nullptr; // Owns us.
	String path; // Of the source file, "" for scripts made at run time.
	// How an argument is let in without looking at its GDScriptValueType: as it is, after a full check, or if it has this Variant type.
	static constexpr uint8_t TAG_ANY = 255;
	static constexpr uint8_t TAG_CHECK = 254;
	Vector<Argument> arguments;
	LocalVector<uint8_t> argument_tags; // A tag or a Variant::Type for each argument.
	int default_argument_count = 0; // Of the last arguments.
	bool is_static = false;
	bool is_vararg = false; // The rest goes into register arguments.size() as an Array.
	bool is_coroutine = false;
	bool is_lambda = false;
	bool gives_nothing = false; // The code returns no value and never waits.
	int capture_count = 0; // Of lambdas: passed as the first arguments.
	GDScriptValueType return_type;
	MethodInfo method_info;
	uint64_t layout = 0; // The script's when this was compiled: members are numbers in the code.

	// --- Code.
	Vector<uint32_t> code;
	Vector<int> default_entries; // [n]: where to start when n of the optional arguments are given.
	Vector<Line> lines; // Sorted by ip.
	int first_line = 0;
	int register_count = 0;
	int managed_count = 0; // Only the first so many registers may hold what must be released.

	// --- Tables.
	LocalVector<Variant> constants;
	LocalVector<StringName> names;
	LocalVector<GDScriptValueType> types;
	LocalVector<Variant::ValidatedOperatorEvaluator> operators;
	LocalVector<Variant::ValidatedBuiltInMethod> builtin_methods;
	LocalVector<const UtilityFunction *> utilities;
	LocalVector<Variant::ValidatedConstructor> constructors;
	LocalVector<Variant::ValidatedGetter> getters;
	LocalVector<Variant::ValidatedSetter> setters;
	LocalVector<Variant::ValidatedIndexedGetter> indexed_getters;
	LocalVector<Variant::ValidatedIndexedSetter> indexed_setters;
	LocalVector<MethodBind *> methods;
	LocalVector<GDScriptClass *> scripts;
	LocalVector<GDScriptStaticSlot> static_slots;
	LocalVector<GDScriptFunction *> lambdas; // Owned.
	GDScriptInlineCache *caches = nullptr; // cache_count of them.
	int cache_count = 0;

	GDScriptFunction() = default;
	GDScriptFunction(const GDScriptFunction &) = delete;
	void operator=(const GDScriptFunction &) = delete;
	~GDScriptFunction();

	void allocate_caches(int p_count);
	int get_required_count() const { return int(arguments.size()) - default_argument_count; } // Captures included.
	int get_line(int p_ip) const;
	// Whether instances of the script still have the variables that this was compiled for. Calls by name never find what is out of date, but a
	// lambda or a call that waits may be.
	bool fits_instances() const;
};
