// Array: storage, element access and the methods that need no callback.
#include "core/variant/array.h"

#include "core/error/error_macros.h"
#include "core/math/math_funcs.h"
#include "core/variant/container_type.h"
#include "core/variant/insertion_order.h"
#include "core/variant/variant.h"
#include "core/variant/variant_internal.h"

namespace {

const ContainerTypeValidate &untyped() {
	static const ContainerTypeValidate type;
	return type;
}

const Variant &nothing() {
	static const Variant value;
	return value;
}

// As sort() orders: by the language's `<`; what cannot be compared counts as equal.
struct LanguageOrder {
	bool operator()(const Variant &p_a, const Variant &p_b) const {
		bool valid = false;
		Variant less;
		Variant::evaluate(Variant::OP_LESS, p_a, p_b, less, valid);
		return valid && less.booleanize();
	}
};

} // namespace

ArrayPrivate::~ArrayPrivate() {
	if (type != nullptr) {
		memdelete(type);
	}
}

// --- Handles.

Array::Array() :
		_p(memnew(ArrayPrivate)) {
	_p->ref_count.init();
}

Array::Array(const Array &p_from) :
		_p(p_from._p) {
	_p->ref_count.ref();
}

Array::Array(Array &&p_from) noexcept :
		_p(p_from._p) {
	p_from._p = nullptr;
}

Array::Array(std::initializer_list<Variant> p_init) :
		Array() {
	_p->array.reserve(int64_t(p_init.size()));
	for (const Variant &value : p_init) {
		_p->array.push_back(value);
	}
}

Array::Array(const Array &p_base, uint32_t p_type, const StringName &p_class_name, const Variant &p_script) :
		Array() {
	set_typed(p_type, p_class_name, p_script);
	assign(p_base);
}

Array::Array(const Array &p_base, const ContainerType &p_type) :
		Array() {
	set_typed(p_type);
	assign(p_base);
}

Array::~Array() {
	_unref();
}

Array &Array::operator=(const Array &p_from) {
	if (_p != p_from._p) {
		_ref(p_from);
	}
	return *this;
}

Array &Array::operator=(Array &&p_from) noexcept {
	SWAP(_p, p_from._p);
	return *this;
}

void Array::_ref(const Array &p_from) {
	const Array old(static_cast<Array &&>(*this)); // Dies last: its end may run code that looks here.
	_p = p_from._p;
	_p->ref_count.ref();
}

void Array::_unref() {
	if (_p != nullptr && _p->ref_count.unref()) {
		DeepRelease::destroy(_p);
	}
}

bool Array::_refuse_write() const {
	if (likely(!_p->read_only)) {
		return false;
	}
	ERR_PRINT("This array is read-only and cannot be changed. Use duplicate() to get one that can.");
	return true;
}

// --- Elements.

Variant &Array::operator[](int p_index) {
	CRASH_COND(p_index < 0 || p_index >= size());
	if (unlikely(_p->read_only)) {
		// The caller may write to what it gets: give it a copy.
		static thread_local Variant copy;
		copy = _p->array[p_index];
		return copy;
	}
	return _p->array.ptrw()[p_index];
}

const Variant &Array::operator[](int p_index) const {
	return _p->array[p_index];
}

const Variant *Array::ptr() const {
	return _p->array.ptr();
}

const Variant *Array::begin() const {
	return _p->array.ptr();
}

const Variant *Array::end() const {
	return _p->array.ptr() + _p->array.size();
}

Span<Variant> Array::span() const {
	return _p->array.span();
}

void Array::set(int p_index, const Variant &p_value) {
	if (_refuse_write()) {
		return;
	}
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "set")) {
		return;
	}
	ERR_FAIL_INDEX_MSG(p_index, size(), "The array has no element at this index.");
	_p->array.ptrw()[p_index] = static_cast<Variant &&>(value);
}

const Variant &Array::get(int p_index) const {
	ERR_FAIL_INDEX_V_MSG(p_index, size(), nothing(), "The array has no element at this index.");
	return _p->array[p_index];
}

int Array::size() const {
	return int(_p->array.size());
}

bool Array::is_empty() const {
	return _p->array.is_empty();
}

void Array::clear() {
	if (_refuse_write()) {
		return;
	}
	_p->array.clear();
}

void Array::push_back(const Variant &p_value) {
	if (_refuse_write()) {
		return;
	}
	if (likely(_p->type == nullptr)) {
		_p->array.push_back(p_value);
		return;
	}
	Variant value = p_value;
	if (_p->type->validate(value, "push_back")) {
		_p->array.push_back(static_cast<Variant &&>(value));
	}
}

void Array::append_array(const Array &p_array) {
	if (_refuse_write()) {
		return;
	}
	if (_p->type == nullptr || is_same_typed(p_array)) {
		const Vector<Variant> values = p_array._p->array; // It may be this array.
		_p->array.append_array(values);
		return;
	}
	Vector<Variant> values = p_array._p->array;
	for (Variant &value : values) {
		if (!_p->type->validate(value, "append_array")) {
			return;
		}
	}
	_p->array.append_array(values);
}

void Array::push_front(const Variant &p_value) {
	if (_refuse_write()) {
		return;
	}
	Variant value = p_value;
	if (_p->type == nullptr || _p->type->validate(value, "push_front")) {
		_p->array.insert(0, value);
	}
}

Error Array::insert(int p_position, const Variant &p_value) {
	if (_refuse_write()) {
		return ERR_LOCKED;
	}
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "insert")) {
		return ERR_INVALID_PARAMETER;
	}
	// Like indices, a negative position counts from the end.
	const int position = p_position < 0 ? p_position + size() : p_position;
	ERR_FAIL_INDEX_V_MSG(position, size() + 1, ERR_INVALID_PARAMETER, "There is no such position in the array.");
	return _p->array.insert(position, value);
}

void Array::remove_at(int p_position) {
	if (_refuse_write()) {
		return;
	}
	const int position = p_position < 0 ? p_position + size() : p_position;
	ERR_FAIL_INDEX_MSG(position, size(), "The array has no element at this index.");
	const Variant old = _p->array[position]; // Its end may run code that looks at the array, or ends it.
	_p->array.remove_at(position);
	_p->array.trim();
}

Error Array::resize(int p_size) {
	if (_refuse_write()) {
		return ERR_LOCKED;
	}
	const int64_t old_size = _p->array.size();
	if (p_size >= 0 && p_size < old_size) {
		const Vector<Variant> leaving = _p->array.slice(p_size); // Dies last: an element's end may run code that looks at the array, or ends it.
		const Error error = _p->array.resize(p_size);
		_p->array.trim();
		return error;
	}
	const Error error = _p->array.resize(p_size);
	if (error != OK || _p->type == nullptr || _p->type->builtin_type == Variant::OBJECT) {
		return error;
	}
	for (int64_t i = old_size; i < p_size; i++) {
		VariantInternal::initialize(&_p->array.ptrw()[i], _p->type->builtin_type);
	}
	return OK;
}

Error Array::reserve(int p_size) {
	return _refuse_write() ? ERR_LOCKED : _p->array.reserve(p_size);
}

void Array::fill(const Variant &p_value) {
	if (_refuse_write()) {
		return;
	}
	Variant value = p_value;
	if (_p->type == nullptr || _p->type->validate(value, "fill")) {
		_p->array.fill(value);
	}
}

void Array::erase(const Variant &p_value) {
	if (_refuse_write()) {
		return;
	}
	const int index = find(p_value);
	if (index >= 0) {
		remove_at(index);
	}
}

Variant Array::pop_back() {
	return _refuse_write() || is_empty() ? Variant() : pop_at(-1);
}

Variant Array::pop_front() {
	return _refuse_write() || is_empty() ? Variant() : pop_at(0);
}

Variant Array::pop_at(int p_position) {
	if (_refuse_write() || is_empty()) {
		return Variant();
	}
	const int position = p_position < 0 ? p_position + size() : p_position;
	ERR_FAIL_INDEX_V_MSG(position, size(), Variant(), "The array has no element at this index.");
	const Variant value = static_cast<Variant &&>(_p->array.ptrw()[position]);
	if (position == size() - 1) {
		_p->array.resize(position);
	} else {
		_p->array.remove_at(position);
	}
	_p->array.trim();
	return value;
}

Variant Array::front() const {
	ERR_FAIL_COND_V_MSG(is_empty(), Variant(), "The array is empty: it has no first element.");
	return _p->array[0];
}

Variant Array::back() const {
	ERR_FAIL_COND_V_MSG(is_empty(), Variant(), "The array is empty: it has no last element.");
	return _p->array[size() - 1];
}

Variant Array::pick_random() const {
	ERR_FAIL_COND_V_MSG(is_empty(), Variant(), "The array is empty: there is nothing to pick from.");
	return _p->array[Math::rand() % uint32_t(size())];
}

// --- Searching.

int Array::find(const Variant &p_value, int p_from) const {
	if (is_empty() || p_from < 0) {
		return -1;
	}
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "find")) {
		return -1;
	}
	const Variant *elements = _p->array.ptr();
	for (int i = p_from; i < size(); i++) {
		if (StringLikeVariantComparator::compare(elements[i], value)) {
			return i;
		}
	}
	return -1;
}

int Array::rfind(const Variant &p_value, int p_from) const {
	if (is_empty()) {
		return -1;
	}
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "rfind")) {
		return -1;
	}
	int from = p_from < 0 ? p_from + size() : p_from;
	if (from < 0 || from >= size()) {
		from = size() - 1; // A start outside the array means all of it.
	}
	const Variant *elements = _p->array.ptr();
	for (int i = from; i >= 0; i--) {
		if (StringLikeVariantComparator::compare(elements[i], value)) {
			return i;
		}
	}
	return -1;
}

int Array::count(const Variant &p_value) const {
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "count")) {
		return 0;
	}
	int found = 0;
	for (const Variant &element : _p->array) {
		found += StringLikeVariantComparator::compare(element, value) ? 1 : 0;
	}
	return found;
}

bool Array::has(const Variant &p_value) const {
	return find(p_value) >= 0;
}

int Array::bsearch(const Variant &p_value, bool p_before) const {
	Variant value = p_value;
	if (_p->type != nullptr && !_p->type->validate(value, "binary search")) {
		return -1;
	}
	const SortArray<Variant, LanguageOrder> sorter{};
	return int(sorter.bisect(_p->array.ptr(), size(), value, p_before));
}

Variant Array::min() const {
	Variant best;
	for (int i = 0; i < size(); i++) {
		bool valid = true;
		Variant less(true);
		if (i > 0) {
			Variant::evaluate(Variant::OP_LESS, _p->array[i], best, less, valid);
		}
		if (!valid) {
			return Variant();
		}
		if (less.booleanize()) {
			best = _p->array[i];
		}
	}
	return best;
}

Variant Array::max() const {
	Variant best;
	for (int i = 0; i < size(); i++) {
		bool valid = true;
		Variant greater(true);
		if (i > 0) {
			Variant::evaluate(Variant::OP_GREATER, _p->array[i], best, greater, valid);
		}
		if (!valid) {
			return Variant();
		}
		if (greater.booleanize()) {
			best = _p->array[i];
		}
	}
	return best;
}

// --- Order.

void Array::sort() {
	if (_refuse_write()) {
		return;
	}
	if (size() <= INSERTION_ORDER_MAX) {
		sort_by_insertion(_p->array, LanguageOrder());
	} else {
		_p->array.sort_custom<LanguageOrder>();
	}
}

void Array::shuffle() {
	if (_refuse_write() || size() < 2) {
		return;
	}
	Variant *elements = _p->array.ptrw();
	for (int i = size() - 1; i > 0; i--) {
		SWAP(elements[i], elements[Math::rand() % uint32_t(i + 1)]);
	}
}

void Array::reverse() {
	if (_refuse_write()) {
		return;
	}
	_p->array.reverse();
}

// --- Element type.

void Array::assign(const Array &p_array) {
	if (_refuse_write() || _p == p_array._p) {
		return;
	}
	Vector<Variant> values = p_array._p->array;
	if (_p->type != nullptr && !_p->type->can_reference(p_array.get_element_type())) {
		for (Variant &value : values) {
			if (!_p->type->validate(value, "assign")) {
				return;
			}
		}
	}
	SWAP(_p->array, values);
}

void Array::set_typed(const ContainerType &p_type) {
	ERR_FAIL_COND_MSG(_p->read_only, "The element type of a read-only array cannot be changed.");
	ERR_FAIL_COND_MSG(!_p->array.is_empty(), "Only an empty array can be given an element type.");
	ERR_FAIL_COND_MSG(_p->ref_count.get() > 1, "Only an array that nobody else refers to can be given an element type.");
	ERR_FAIL_COND_MSG(_p->type != nullptr, "The array has an element type already.");
	ERR_FAIL_COND_MSG(!p_type.class_name.is_empty() && p_type.builtin_type != Variant::OBJECT, "A class name goes only with elements of type Object.");
	ERR_FAIL_COND_MSG(!p_type.script.is_null() && p_type.class_name.is_empty(), "A script goes only with the name of its base class.");
	if (p_type.is_typed()) {
		_p->type = memnew(ContainerTypeValidate);
		static_cast<ContainerType &>(*_p->type) = p_type;
		_p->type->where = "TypedArray";
	}
}

void Array::set_typed(uint32_t p_type, const StringName &p_class_name, const Variant &p_script) {
	ERR_FAIL_INDEX_MSG(p_type, Variant::VARIANT_MAX, "There is no such element type.");
	set_typed(ContainerType{ Variant::Type(p_type), p_class_name, p_script.is_null() ? Variant() : p_script });
}

bool Array::is_typed() const {
	return _p->type != nullptr;
}

bool Array::is_same_typed(const Array &p_other) const {
	return get_element_type() == p_other.get_element_type();
}

bool Array::is_same_instance(const Array &p_other) const {
	return _p == p_other._p;
}

const ContainerTypeValidate &Array::get_element_type() const {
	return _p->type != nullptr ? *_p->type : untyped();
}

uint32_t Array::get_typed_builtin() const {
	return get_element_type().builtin_type;
}

StringName Array::get_typed_class_name() const {
	return get_element_type().class_name;
}

Variant Array::get_typed_script() const {
	return get_element_type().script;
}

void Array::make_read_only() {
	_p->read_only = true;
}

bool Array::is_read_only() const {
	return _p->read_only;
}
