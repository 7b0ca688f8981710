// GDCLASS and what it leaves behind: the class tag, by which an object knows its class without RTTI.
#pragma once

#include "core/core_fwd.h"
#include "core/templates/local_vector.h"

// One per C++ class, for the life of the program. `parent` is set before any code runs, the rest by initialize_class().
struct ClassTag {
	const char *name;
	ClassTag *parent;
	bool initialized = false;
	const StringName *class_name = nullptr;
	void *class_info = nullptr; // The class's ClassDB::ClassInfo.
	ClassTag *notified_parent = nullptr; // The nearest base with a notification function.

	// The class's own functions; null where it does not declare one.
	void (*notification)(Object *p_object, int p_what) = nullptr;
	bool (*set)(Object *p_object, const StringName &p_name, const Variant &p_value) = nullptr;
	bool (*get)(const Object *p_object, const StringName &p_name, Variant &r_value) = nullptr;
	void (*get_property_list)(const Object *p_object, LocalVector<PropertyInfo> *p_list) = nullptr;
	void (*validate_property)(const Object *p_object, PropertyInfo &p_property) = nullptr;
	bool (*property_can_revert)(const Object *p_object, const StringName &p_name) = nullptr;
	bool (*property_get_revert)(const Object *p_object, const StringName &p_name, Variant &r_value) = nullptr;

	constexpr ClassTag(const char *p_name, ClassTag *p_parent) :
			name(p_name), parent(p_parent) {}
};

// Called once for each class, base first, before its first object or its registration. p_bind_methods, if any, is called when somebody asks
// for the class's members. Defined in class_db.cpp.
void gdclass_begin(ClassTag &r_tag, const StringName &p_name, void (*p_bind_methods)());

// Pointers to protected functions may only be formed inside the class that owns them: each class hands out its own.
#define _GDCLASS_MEMBER_GETTERS(m_class) \
	static void (*_get_bind_methods())() { \
		return &m_class::_bind_methods; \
	} \
	static void (m_class::*_get_notification())(int) { \
		return &m_class::_notification; \
	} \
	static bool (m_class::*_get_set())(const StringName &, const Variant &) { \
		return &m_class::_set; \
	} \
	static bool (m_class::*_get_get())(const StringName &, Variant &) const { \
		return &m_class::_get; \
	} \
	static void (m_class::*_get_get_property_list())(LocalVector<PropertyInfo> *) const { \
		return &m_class::_get_property_list; \
	} \
	static void (m_class::*_get_validate_property())(PropertyInfo &) const { \
		return &m_class::_validate_property; \
	} \
	static bool (m_class::*_get_property_can_revert())(const StringName &) const { \
		return &m_class::_property_can_revert; \
	} \
	static bool (m_class::*_get_property_get_revert())(const StringName &, Variant &) const { \
		return &m_class::_property_get_revert; \
	}

// A function counts as the class's own when its address differs from what the base hands out.
#define _GDCLASS_OWNS(m_class, m_inherits, m_getter) (m_class::m_getter() != m_inherits::m_getter())

// First line of every class that descends from Object. Such a class may declare, under protected: _notification, _set, _get,
// _get_property_list, _validate_property, _property_can_revert, _property_get_revert and static _bind_methods.
#define GDCLASS(m_class, m_inherits) \
public: \
	using self_type = m_class; \
	using super_type = m_inherits; \
	static inline ClassTag class_tag{ #m_class, &m_inherits::class_tag }; \
	ClassTag *get_class_tag() const override { \
		return &class_tag; \
	} \
	static const StringName &get_class_static() { \
		static const StringName class_name(#m_class); \
		return class_name; \
	} \
	static void initialize_class() { \
		if (class_tag.initialized) { \
			return; \
		} \
		m_inherits::initialize_class(); \
		_set_class_hooks(class_tag); \
		gdclass_begin(class_tag, get_class_static(), _GDCLASS_OWNS(m_class, m_inherits, _get_bind_methods) ? _get_bind_methods() : nullptr); \
	} \
\
protected: \
	_GDCLASS_MEMBER_GETTERS(m_class) \
	void _initialize_classv() override { \
		initialize_class(); \
	} \
\
private: \
	static void _set_class_hooks(ClassTag &r_tag) { \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_notification)) { \
			r_tag.notification = [](Object *p_object, int p_what) { \
				static_cast<m_class *>(p_object)->m_class::_notification(p_what); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_set)) { \
			r_tag.set = [](Object *p_object, const StringName &p_name, const Variant &p_value) { \
				return static_cast<m_class *>(p_object)->m_class::_set(p_name, p_value); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_get)) { \
			r_tag.get = [](const Object *p_object, const StringName &p_name, Variant &r_value) { \
				return static_cast<const m_class *>(p_object)->m_class::_get(p_name, r_value); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_get_property_list)) { \
			r_tag.get_property_list = [](const Object *p_object, LocalVector<PropertyInfo> *p_list) { \
				static_cast<const m_class *>(p_object)->m_class::_get_property_list(p_list); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_validate_property)) { \
			r_tag.validate_property = [](const Object *p_object, PropertyInfo &p_property) { \
				static_cast<const m_class *>(p_object)->m_class::_validate_property(p_property); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_property_can_revert)) { \
			r_tag.property_can_revert = [](const Object *p_object, const StringName &p_name) { \
				return static_cast<const m_class *>(p_object)->m_class::_property_can_revert(p_name); \
			}; \
		} \
		if (_GDCLASS_OWNS(m_class, m_inherits, _get_property_get_revert)) { \
			r_tag.property_get_revert = [](const Object *p_object, const StringName &p_name, Variant &r_value) { \
				return static_cast<const m_class *>(p_object)->m_class::_property_get_revert(p_name, r_value); \
			}; \
		} \
	} \
\
private:
