// RefCounted and Ref<T>: objects that live as long as somebody refers to them. WeakRef refers without keeping alive.
#pragma once

#include "core/object/class_db.h"
#include "core/object/object.h"
#include "core/templates/safe_refcount.h"

class RefCounted : public Object {
	GDCLASS(RefCounted, Object);

	SafeRefCount refcount; // Starts at 1, for whoever takes it first.
	SafeRefCount refcount_init; // Still 1 until that happened.

protected:
	static void _bind_methods();

public:
	static const int COUNT_OFFSET; // Of the count in the object, for Variant.

	RefCounted();

	// Takes the first reference, once. False: somebody is destroying the object.
	bool init_ref();
	// Counts up. False: the object is being destroyed.
	bool reference();
	// Counts down. True: that was the last one, the caller must memdelete the object.
	bool unreference();
	int get_reference_count() const { return int(refcount.get()); }
	bool is_unclaimed() const { return refcount_init.get() == 1; }
};

// The owning pointer to a RefCounted. Copying counts up; the last one to go deletes.
template <typename T>
class Ref {
	T *reference = nullptr;

	void take(T *p_from) {
		if (p_from == reference) {
			return;
		}
		T *old = reference;
		reference = p_from && p_from->reference() ? p_from : nullptr;
		release(old);
	}
	static void release(T *p_object) {
		if (p_object && p_object->unreference()) {
			memdelete(p_object);
		}
	}
	void take_first(T *p_from) {
		T *old = reference;
		reference = p_from && p_from->init_ref() ? p_from : nullptr;
		release(old);
	}

public:
	using element_type = T;

	Ref() = default;
	Ref(const Ref &p_from) { take(p_from.reference); }
	Ref(Ref &&p_from) noexcept :
			reference(p_from.reference) {
		p_from.reference = nullptr;
	}
	template <typename O>
	Ref(const Ref<O> &p_from) { take(Object::cast_to<T>(p_from.ptr())); }
	Ref(T *p_from) {
		if (p_from) {
			take_first(p_from);
		}
	}
	explicit Ref(const Variant &p_from) { take(Object::cast_to<T>(p_from.get_validated_object())); }
	~Ref() { release(reference); }

	void operator=(const Ref &p_from) { take(p_from.reference); }
	void operator=(Ref &&p_from) noexcept {
		if (this != &p_from) {
			T *old = reference;
			reference = p_from.reference;
			p_from.reference = nullptr;
			release(old);
		}
	}
	template <typename O>
	void operator=(const Ref<O> &p_from) { take(Object::cast_to<T>(p_from.ptr())); }
	void operator=(T *p_from) { take_first(p_from); }
	void operator=(const Variant &p_from) { take(Object::cast_to<T>(p_from.get_validated_object())); }
	operator Variant() const { return Variant(reference); }

	T *operator*() const { return reference; }
	T *operator->() const { return reference; }
	T *ptr() const { return reference; }
	bool is_valid() const { return reference != nullptr; }
	bool is_null() const { return reference == nullptr; }

	bool operator==(const T *p_other) const { return reference == p_other; }
	bool operator!=(const T *p_other) const { return reference != p_other; }
	bool operator==(const Ref &p_other) const { return reference == p_other.reference; }
	bool operator!=(const Ref &p_other) const { return reference != p_other.reference; }
	bool operator<(const Ref &p_other) const { return reference < p_other.reference; }

	void reference_ptr(T *p_object) { take(p_object); }
	void unref() { *this = Ref(); }
	template <typename... P>
	void instantiate(P &&...p_args) { take_first(memnew(T(std::forward<P>(p_args)...))); }
};

class WeakRef : public RefCounted {
	GDCLASS(WeakRef, RefCounted);

	ObjectID ref;

protected:
	static void _bind_methods();

public:
	Variant get_ref() const;
	void set_obj(Object *p_object);
	void set_ref(const Ref<RefCounted> &p_ref);
};

template <typename T>
struct GetTypeInfo<Ref<T>> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::OBJECT;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::OBJECT, TypeDescription::OBJECT_CLASS, T::get_class_static() }; }
};

template <typename T>
struct ObjectClassOf<Ref<T>> {
	static constexpr ClassTag *get_tag() { return &T::class_tag; }
};

template <typename T>
struct VariantCaster<Ref<T>> {
	static Ref<T> cast(const Variant &p_variant) { return Ref<T>(p_variant); }
	static Ref<T> get(const Variant &p_variant) { return Ref<T>(p_variant); }
};

// As elements of typed containers, Ref<T> and T mean the same.
template <typename T>
struct TypedElement<Ref<T>> {
	static ContainerType describe() { return { Variant::OBJECT, T::get_class_static(), Variant() }; }
};
