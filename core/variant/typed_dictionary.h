// TypedDictionary<K, V>: a Dictionary that lets in only K as keys and V as values, for C++ signatures.
#pragma once

#include "core/variant/dictionary.h"
#include "core/variant/typed_array.h"

template <typename K, typename V>
class TypedDictionary : public Dictionary {
public:
	TypedDictionary() { set_typed(TypedElement<K>::describe(), TypedElement<V>::describe()); }
	TypedDictionary(const Dictionary &p_dictionary) {
		set_typed(TypedElement<K>::describe(), TypedElement<V>::describe());
		if (is_same_typed(p_dictionary)) {
			Dictionary::operator=(p_dictionary);
		} else {
			assign(p_dictionary);
		}
	}
	TypedDictionary(const Variant &p_variant) :
			TypedDictionary(Dictionary(p_variant)) {}
	TypedDictionary &operator=(const Dictionary &p_dictionary) {
		ERR_FAIL_COND_V_MSG(!is_same_typed(p_dictionary), *this, "Cannot assign a dictionary with different key or value types.");
		Dictionary::operator=(p_dictionary);
		return *this;
	}
};

template <typename K, typename V>
struct GetTypeInfo<TypedDictionary<K, V>> {
	static constexpr Variant::Type VARIANT_TYPE = Variant::DICTIONARY;
	static constexpr GodotTypeInfo::Metadata METADATA = GodotTypeInfo::METADATA_NONE;
	static TypeDescription describe() { return { Variant::DICTIONARY, TypeDescription::DICTIONARY_TYPE, TypedElement<K>::describe().get_name() + ";" + TypedElement<V>::describe().get_name() }; }
};
