// Writing binary XML. Everything is made of chunks: u16 type, u16 size of the head, u32 size, the rest of the head, the body.
#include "platform/android/export/binary_xml.h"

#include "core/error/error_macros.h"

#include <cstring>

namespace {

constexpr uint32_t NONE = 0xffffffff;
constexpr const char *ANDROID_NAMESPACE = "http://schemas.android.com/apk/res/android";

enum ChunkType {
	CHUNK_STRING_POOL = 0x0001,
	CHUNK_XML = 0x0003,
	CHUNK_START_NAMESPACE = 0x0100,
	CHUNK_END_NAMESPACE = 0x0101,
	CHUNK_START_ELEMENT = 0x0102,
	CHUNK_END_ELEMENT = 0x0103,
	CHUNK_RESOURCE_MAP = 0x0180,
};

enum ValueType {
	VALUE_REFERENCE = 0x01,
	VALUE_STRING = 0x03,
	VALUE_INT = 0x10,
	VALUE_HEX = 0x11,
	VALUE_BOOL = 0x12,
};

// Public resource numbers of the framework; they never change.
struct KnownAttribute {
	const char *name;
	uint32_t id;
};
const KnownAttribute known_attributes[] = {
	{ "theme", 0x01010000 },
	{ "label", 0x01010001 },
	{ "icon", 0x01010002 },
	{ "name", 0x01010003 },
	{ "hasCode", 0x0101000c },
	{ "debuggable", 0x0101000f },
	{ "exported", 0x01010010 },
	{ "launchMode", 0x0101001d },
	{ "screenOrientation", 0x0101001e },
	{ "configChanges", 0x0101001f },
	{ "value", 0x01010024 },
	{ "drawable", 0x01010199 },
	{ "minSdkVersion", 0x0101020c },
	{ "versionCode", 0x0101021b },
	{ "versionName", 0x0101021c },
	{ "targetSdkVersion", 0x01010270 },
	{ "allowBackup", 0x01010280 },
	{ "extractNativeLibs", 0x010104ea },
	{ "usesCleartextTraffic", 0x010104ec },
	{ "appCategory", 0x01010545 },
	{ "foregroundServiceType", 0x01010599 },
};

uint32_t find_attribute(const char *p_name) {
	for (const KnownAttribute &known : known_attributes) {
		if (strcmp(known.name, p_name) == 0) {
			return known.id;
		}
	}
	CRASH_NOW(); // The table lacks it.
	return 0;
}

const char *name_of_attribute(uint32_t p_id) {
	for (const KnownAttribute &known : known_attributes) {
		if (known.id == p_id) {
			return known.name;
		}
	}
	return "";
}

void write_node_head(ByteOut &r_out, ChunkType p_type, uint32_t p_size) {
	r_out.u16(p_type);
	r_out.u16(16);
	r_out.u32(p_size);
	r_out.u32(1); // Line.
	r_out.u32(NONE); // Comment.
}

void write_namespace(ByteOut &r_out, ChunkType p_type, uint32_t p_prefix, uint32_t p_uri) {
	write_node_head(r_out, p_type, 24);
	r_out.u32(p_prefix);
	r_out.u32(p_uri);
}

void write_utf16(ByteOut &r_out, const String &p_text) {
	ByteOut units;
	for (int i = 0; i < p_text.length(); i++) {
		const uint32_t character = p_text[i];
		if (character >= 0x10000) {
			units.u16(0xd800 + ((character - 0x10000) >> 10));
			units.u16(0xdc00 + ((character - 0x10000) & 0x3ff));
		} else {
			units.u16(character);
		}
	}
	const uint32_t count = uint32_t(units.size() / 2);
	if (count > 0x7fff) {
		r_out.u16(0x8000 | (count >> 16));
	}
	r_out.u16(count & 0xffff);
	r_out.append(units.get());
	r_out.u16(0);
}

} // namespace

uint32_t StringPool::add(const String &p_text) {
	for (uint32_t i = 0; i < texts.size(); i++) {
		if (texts[i] == p_text) {
			return i;
		}
	}
	texts.push_back(p_text);
	return texts.size() - 1;
}

void StringPool::write(ByteOut &r_out) const {
	static constexpr uint32_t HEAD = 28;
	ByteOut body;
	ByteOut offsets;
	for (const String &text : texts) {
		offsets.u32(uint32_t(body.size()));
		write_utf16(body, text);
	}
	body.pad_to(4);
	r_out.u16(CHUNK_STRING_POOL);
	r_out.u16(HEAD);
	r_out.u32(uint32_t(HEAD + offsets.size() + body.size()));
	r_out.u32(texts.size());
	r_out.u32(0); // Styles.
	r_out.u32(0); // Flags: UTF-16, not sorted.
	r_out.u32(uint32_t(HEAD + offsets.size()));
	r_out.u32(0);
	r_out.append(offsets.get());
	r_out.append(body.get());
}

// Android looks attributes up by binary search, so they stand in the order of their resources.
void XmlElement::set(const char *p_name, uint8_t p_type, uint32_t p_data, const String &p_text) {
	Attribute attribute;
	attribute.name = p_name;
	attribute.id = find_attribute(p_name);
	attribute.type = p_type;
	attribute.data = p_data;
	attribute.text = p_text;
	uint32_t at = 0;
	while (at < attributes.size() && attributes[at].id != 0 && attributes[at].id < attribute.id) {
		at++;
	}
	attributes.insert(at, attribute);
}

void XmlElement::set_text(const char *p_attribute, const String &p_text) {
	set(p_attribute, VALUE_STRING, 0, p_text);
}

void XmlElement::set_int(const char *p_attribute, int64_t p_value) {
	set(p_attribute, VALUE_INT, uint32_t(p_value), String());
}

void XmlElement::set_bits(const char *p_attribute, uint32_t p_value) {
	set(p_attribute, VALUE_HEX, p_value, String());
}

void XmlElement::set_flag(const char *p_attribute, bool p_value) {
	set(p_attribute, VALUE_BOOL, p_value ? 0xffffffff : 0, String());
}

void XmlElement::set_reference(const char *p_attribute, uint32_t p_resource) {
	set(p_attribute, VALUE_REFERENCE, p_resource, String());
}

void XmlElement::set_plain(const char *p_attribute, const String &p_text) {
	Attribute attribute;
	attribute.name = p_attribute;
	attribute.type = VALUE_STRING;
	attribute.text = p_text;
	attributes.push_back(attribute);
}

XmlElement &XmlElement::add(const char *p_name) {
	children.push_back(XmlElement(p_name));
	return children[children.size() - 1];
}

void XmlElement::collect_ids(LocalVector<uint32_t> &r_ids) const {
	for (const Attribute &attribute : attributes) {
		if (attribute.id != 0 && !r_ids.has(attribute.id)) {
			r_ids.push_back(attribute.id);
		}
	}
	for (const XmlElement &child : children) {
		child.collect_ids(r_ids);
	}
}

void XmlElement::write_into(ByteOut &r_out, StringPool &r_pool, uint32_t p_namespace) const {
	static constexpr uint32_t ATTRIBUTE_BYTES = 20;
	write_node_head(r_out, CHUNK_START_ELEMENT, 36 + ATTRIBUTE_BYTES * attributes.size());
	r_out.u32(NONE);
	r_out.u32(r_pool.add(name));
	r_out.u16(20); // Where the attributes begin, behind the head.
	r_out.u16(ATTRIBUTE_BYTES);
	r_out.u16(attributes.size());
	r_out.u16(0); // No id, class or style.
	r_out.u16(0);
	r_out.u16(0);
	for (const Attribute &attribute : attributes) {
		const uint32_t text = attribute.type == VALUE_STRING ? r_pool.add(attribute.text) : NONE;
		r_out.u32(attribute.id != 0 ? p_namespace : NONE);
		r_out.u32(r_pool.add(attribute.name));
		r_out.u32(text);
		r_out.u16(8); // Size of the value.
		r_out.u8(0);
		r_out.u8(attribute.type);
		r_out.u32(attribute.type == VALUE_STRING ? text : attribute.data);
	}
	for (const XmlElement &child : children) {
		child.write_into(r_out, r_pool, p_namespace);
	}
	write_node_head(r_out, CHUNK_END_ELEMENT, 24);
	r_out.u32(NONE);
	r_out.u32(r_pool.add(name));
}

Vector<uint8_t> XmlElement::write() const {
	// The first texts of the pool are the names whose numbers the map gives.
	StringPool pool;
	LocalVector<uint32_t> ids;
	collect_ids(ids);
	ByteOut map;
	map.u16(CHUNK_RESOURCE_MAP);
	map.u16(8);
	map.u32(8 + 4 * ids.size());
	for (const uint32_t id : ids) {
		map.u32(id);
		pool.add(name_of_attribute(id));
	}
	const uint32_t prefix = pool.add("android");
	const uint32_t uri = pool.add(ANDROID_NAMESPACE);
	ByteOut tree;
	write_namespace(tree, CHUNK_START_NAMESPACE, prefix, uri);
	write_into(tree, pool, uri);
	write_namespace(tree, CHUNK_END_NAMESPACE, prefix, uri);

	ByteOut out;
	out.u16(CHUNK_XML);
	out.u16(8);
	out.u32(0);
	pool.write(out);
	out.append(map.get());
	out.append(tree.get());
	out.set_u32(4, uint32_t(out.size()));
	return out.get();
}
