// Entries are made one class at a time, base first, under one lock; lookups of what is there already take it only for the table.
#include "core/object/known/known_classes.h"

#include "core/error/error_macros.h"
#include "core/object/known/known_class_reader.h"
#include "core/object/known/known_facts.h"
#include "core/object/known/known_method.h"

#include <atomic>
#include <mutex>

namespace {

using ClassInfo = ClassDB::ClassInfo;
using CreateFunction = Object *(*)(ClassTag *p_tag);

// What an object of a known class begins with where it differs from the class that it inherits the property from.
struct KnownInitial {
	const char *class_name;
	const char *property;
	double value; // Of the property's type once it is set.
};

constexpr KnownInitial INITIAL_VALUES[] = {
	{ "AnimationNodeStateMachinePlayback", "resource_local_to_scene", true },
	{ "BoneAttachment3D", "physics_interpolation_mode", 2 },
	{ "CPUParticles2D", "physics_interpolation_mode", 2 },
	{ "ColorPickerButton", "toggle_mode", true },
	{ "FoldableContainer", "focus_mode", 2 },
	{ "FoldableContainer", "mouse_filter", 0 },
	{ "FoldableGroup", "resource_local_to_scene", true },
	{ "GraphEdit", "clip_contents", true },
	{ "GraphEdit", "focus_mode", 2 },
	{ "GraphFrame", "mouse_filter", 0 },
	{ "GraphNode", "focus_mode", 3 },
	{ "GraphNode", "mouse_filter", 0 },
	{ "HScrollBar", "size_flags_vertical", 0 },
	{ "MenuBar", "focus_mode", 3 },
	{ "NinePatchRect", "mouse_filter", 2 },
	{ "PanelContainer", "mouse_filter", 0 },
	{ "ParallaxBackground", "layer", -100 },
	{ "PhysicsBody2D", "input_pickable", false },
	{ "ScrollBar", "focus_mode", 3 },
	{ "ScrollBar", "step", 0 },
	{ "SubViewportContainer", "focus_mode", 1 },
	{ "TabBar", "focus_mode", 2 },
	{ "TextureProgressBar", "mouse_filter", 1 },
	{ "TextureRect", "mouse_filter", 1 },
	{ "VScrollBar", "size_flags_horizontal", 0 },
};

struct KnownClass : ClassInfo {
	CharString text;
	ClassTag own_tag{ nullptr, nullptr };
	CreateFunction create = nullptr;
	LocalVector<const KnownInitial *> initial_values; // Of this class and its known bases, theirs first.
	bool is_of_editor = false;
};

struct Implementation {
	const char *class_name;
	const char *method;
	KnownClasses::Function function;
};

struct Base {
	ClassTag *tag;
	CreateFunction create;
};

std::recursive_mutex mutex; // Reading a class asks for its base.
LocalVector<Base> bases;
LocalVector<Implementation> implementations;
HashMap<StringName, KnownClass *> classes;
HashMap<StringName, ClassInfo *> supplements;
HashMap<StringName, Object *> singletons;
std::atomic<KnownClasses::AbsentHandler> absent_handler{ nullptr };

// What a headless program asks as a matter of course; the answers are those of nothing being there.
bool is_quiet(const StringName &p_class) {
	return p_class == SNAME("RenderingServer") || p_class == SNAME("AudioServer") || p_class == SNAME("DisplayServer") || p_class == SNAME("Input");
}

void implement_in(ClassInfo *r_info) {
	for (const Implementation &implementation : implementations) {
		if (r_info->name == implementation.class_name) {
			if (MethodBind *const *method = r_info->members().method_map.getptr(implementation.method)) {
				static_cast<KnownMethod *>(*method)->implement(implementation.function);
			}
		}
	}
}

Object *create(const ClassInfo *p_info) {
	const KnownClass *known = static_cast<const KnownClass *>(p_info);
	Object *object = known->create(const_cast<ClassTag *>(&known->own_tag));
	for (const KnownInitial *initial : known->initial_values) {
		object->set(StringName(initial->property), initial->value);
	}
	return object;
}

void collect_initial_values(KnownClass *r_known, const ClassInfo *p_base) {
	if (p_base->is_known) {
		r_known->initial_values = static_cast<const KnownClass *>(p_base)->initial_values;
	}
	for (const KnownInitial &initial : INITIAL_VALUES) {
		if (r_known->name == initial.class_name) {
			r_known->initial_values.push_back(&initial);
		}
	}
}

CreateFunction find_create(const ClassInfo *p_native) {
	for (const Base &base : bases) {
		if (base.tag == p_native->tag) {
			return base.create;
		}
	}
	return nullptr; // An object of a farther base would not be one of p_native.
}

KnownClass *make_class(const StringName &p_class, Span<char> p_lines) {
	KnownFields fields(KnownFields(p_lines, '\n').next(), '\t');
	fields.next();
	const StringName base_name(String::utf8(fields.next()));
	const Span<char> flags = fields.next();
	ClassInfo *base = ClassDB::get_class_info(base_name);
	ERR_FAIL_NULL_V(base, nullptr);
	KnownClass *known = memnew(KnownClass);
	known->name = p_class;
	known->inherits = base_name;
	known->inherits_ptr = base;
	known->tag = &known->own_tag;
	known->exposed = true;
	known->registered = true;
	known->is_known = true;
	known->is_ref_counted = base->is_ref_counted;
	known->is_of_editor = flags.has('e');
	known->text = p_class.get_string().utf8();
	known->own_tag.name = known->text.get_data();
	known->own_tag.parent = base->tag;
	known->own_tag.notified_parent = base->tag->notification ? base->tag : base->tag->notified_parent;
	known->own_tag.class_info = static_cast<ClassInfo *>(known);
	known->own_tag.class_name = &known->name;
	known->own_tag.initialized = true;
	known->create = base->is_known ? static_cast<KnownClass *>(base)->create : find_create(base);
	// Singletons are made here alone.
	known->creation_func = flags.has('n') && known->create ? &create : nullptr;
	KnownClassReader(known, nullptr, p_class, is_quiet(p_class)).read(p_lines);
	implement_in(known);
	collect_initial_values(known, base);
	classes.insert(p_class, known);
	return known;
}

// What a class would need to do its work, in the words of a message.
const char *get_part(const StringName &p_class) {
	struct Part {
		const char *prefix;
		const char *name;
	};
	static constexpr Part BY_NAME[] = { { "Physics", "the physics engine" }, { "RigidBody", "the physics engine" }, { "CharacterBody", "the physics engine" }, { "RayCast", "the physics engine" }, { "ShapeCast", "the physics engine" }, { "Area2D", "the physics engine" }, { "Area3D", "the physics engine" }, { "CollisionObject", "the physics engine" }, { "Navigation", "the navigation server" }, { "Audio", "sound output" }, { "ENet", "the ENet library" }, { "WebRTC", "WebRTC" }, { "PacketPeerDTLS", "DTLS" }, { "DTLSServer", "DTLS" }, { "XR", "XR devices" }, { "OpenXR", "XR devices" } };
	static constexpr Part BY_BASE[] = { { "CanvasItem", "the renderer" }, { "Node3D", "the renderer" }, { "Viewport", "the renderer" }, { "Texture", "the renderer" }, { "Material", "the renderer" }, { "Mesh", "the renderer" }, { "RenderingServer", "the renderer" }, { "RenderingDevice", "the renderer" }, { "Shader", "the renderer" }, { "Environment", "the renderer" }, { "DisplayServer", "a display" } };
	if (KnownClasses::is_of_editor(p_class)) {
		return "the editor";
	}
	for (const Part &part : BY_NAME) {
		if (p_class.get_string().begins_with(part.prefix)) {
			return part.name;
		}
	}
	for (const Part &part : BY_BASE) {
		if (ClassDB::is_parent_class(p_class, StringName(part.prefix))) {
			return part.name;
		}
	}
	return "what no headless program has";
}

} // namespace

void KnownClasses::add_base(ClassTag *p_tag, CreateFunction p_create) {
	bases.push_back({ p_tag, p_create });
}

void KnownClasses::implement(const char *p_class, const char *p_method, Function p_function) {
	implementations.push_back({ p_class, p_method, p_function });
}

ClassDB::ClassInfo *KnownClasses::get_class_info(const StringName &p_class) {
	if (!KnownFacts::may_have_class(KnownFacts::hash(p_class))) {
		return nullptr;
	}
	const std::lock_guard<std::recursive_mutex> lock(mutex);
	if (KnownClass **found = classes.getptr(p_class)) {
		return *found;
	}
	const Span<char> lines = KnownFacts::find(p_class);
	return lines.is_empty() ? nullptr : make_class(p_class, lines);
}

const ClassDB::ClassInfo *KnownClasses::find_supplement(const ClassInfo *p_native, const StringName &p_member) {
	if (p_native->is_known || !KnownFacts::may_have_member(KnownFacts::hash_member(p_native->facts_hash, KnownFacts::hash(p_member)))) {
		return nullptr;
	}
	return get_supplement(p_native);
}

const ClassDB::ClassInfo *KnownClasses::get_supplement(const ClassInfo *p_native) {
	const std::lock_guard<std::recursive_mutex> lock(mutex);
	if (ClassInfo **found = supplements.getptr(p_native->name)) {
		return *found;
	}
	ClassInfo *supplement = memnew(ClassInfo);
	supplement->name = p_native->name;
	supplement->is_known = true;
	KnownClassReader(supplement, p_native, p_native->name, is_quiet(p_native->name)).read(KnownFacts::find(p_native->name));
	implement_in(supplement);
	supplements.insert(p_native->name, supplement);
	return supplement;
}

void KnownClasses::get_class_list(LocalVector<StringName> *p_classes) {
	KnownFacts::for_each_class([p_classes](Span<char> p_name, Span<char>) {
		const StringName name(String::utf8(p_name));
		if (!ClassDB::is_native(name)) {
			p_classes->push_back(name);
		}
	});
}

StringName KnownClasses::get_parent_class(const StringName &p_class) {
	KnownFields fields(KnownFields(KnownFacts::find(p_class), '\n').next(), '\t');
	fields.next();
	return String::utf8(fields.next());
}

bool KnownClasses::is_of_editor(const StringName &p_class) {
	const ClassInfo *info = ClassDB::get_class_info(p_class);
	return info && info->is_known && static_cast<const KnownClass *>(info)->is_of_editor;
}

bool KnownClasses::has_singleton(const StringName &p_name) {
	return KnownFacts::is_singleton(p_name);
}

Object *KnownClasses::get_singleton(const StringName &p_name) {
	if (!has_singleton(p_name)) {
		return nullptr;
	}
	const std::lock_guard<std::recursive_mutex> lock(mutex);
	if (Object **found = singletons.getptr(p_name)) {
		return *found;
	}
	const ClassInfo *info = get_class_info(p_name);
	Object *object = info && static_cast<const KnownClass *>(info)->create ? create(info) : nullptr;
	if (object) {
		singletons.insert(p_name, object);
	}
	return object;
}

void KnownClasses::free_singletons() {
	for (const KeyValue<StringName, Object *> &entry : singletons) {
		memdelete(entry.value);
	}
	singletons.clear();
}

void KnownClasses::set_absent_handler(AbsentHandler p_handler) {
	absent_handler.store(p_handler);
}

bool KnownClasses::reporting_calls = false;

const char *KnownClasses::get_missing_part(const StringName &p_class) {
	return get_part(p_class);
}

bool KnownClasses::is_absent(const MethodBind *p_method) {
	const ClassInfo *info = ClassDB::get_class_info(p_method->get_instance_class());
	if (!info) {
		return false;
	}
	MethodBind *const *native = info->is_known ? nullptr : info->members().method_map.getptr(p_method->get_name());
	if (native && *native == p_method) {
		return false;
	}
	return static_cast<const KnownMethod *>(p_method)->get_kind() == KnownMethod::ABSENT && !is_quiet(p_method->get_instance_class());
}

void KnownClasses::tell_absent(const StringName &p_class, const StringName &p_method) {
	const String message = p_class + "." + p_method + " needs " + get_part(p_class) + ", which Estragon does not have. It does nothing, and what it returns is the default of its type (ERR_UNAVAILABLE where that is an Error).";
	if (const AbsentHandler handler = absent_handler.load()) {
		handler(message);
		return;
	}
	ERR_PRINT(message);
}

void KnownClasses::cleanup() {
	for (const KeyValue<StringName, KnownClass *> &entry : classes) {
		memdelete(entry.value);
	}
	classes.clear();
	for (const KeyValue<StringName, ClassInfo *> &entry : supplements) {
		memdelete(entry.value);
	}
	supplements.clear();
	bases.reset();
	implementations.reset();
	KnownFacts::release();
}
