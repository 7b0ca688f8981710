// XML in the binary form that Android reads manifests and drawables in, and the pool of texts that its resource tables share with it.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/local_vector.h"
#include "platform/android/export/byte_out.h"

// Texts by number, written as a chunk (ResStringPool, UTF-16).
class StringPool {
public:
	uint32_t add(const String &p_text); // The number of an equal text, or of a new one.
	void write(ByteOut &r_out) const;

private:
	LocalVector<String> texts;
};

// One element with what is in it. Attributes are those of the android namespace, but for those set by set_plain().
class XmlElement {
public:
	explicit XmlElement(const char *p_name = "") :
			name(p_name) {}
	// p_attribute is one of the table in binary_xml.cpp.
	void set_text(const char *p_attribute, const String &p_text);
	void set_int(const char *p_attribute, int64_t p_value);
	void set_bits(const char *p_attribute, uint32_t p_value); // Flags and enumerations are shown as hexadecimal numbers.
	void set_flag(const char *p_attribute, bool p_value);
	void set_reference(const char *p_attribute, uint32_t p_resource);
	void set_plain(const char *p_attribute, const String &p_text); // Without a namespace.
	XmlElement &add(const char *p_name); // Valid until the next add().
	void add(const XmlElement &p_child) { children.push_back(p_child); }

	// The whole document with this as its root.
	Vector<uint8_t> write() const;

private:
	struct Attribute {
		const char *name = nullptr;
		uint32_t id = 0; // Of the framework's resource; 0: no namespace.
		uint8_t type = 0;
		uint32_t data = 0;
		String text;
	};
	void set(const char *p_name, uint8_t p_type, uint32_t p_data, const String &p_text);
	void collect_ids(LocalVector<uint32_t> &r_ids) const;
	void write_into(ByteOut &r_out, StringPool &r_pool, uint32_t p_namespace) const;

	const char *name;
	LocalVector<Attribute> attributes; // By their resource, those without one behind.
	LocalVector<XmlElement> children;
};
