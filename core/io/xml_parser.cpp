// One cursor over the bytes; each step forward counts lines.
#include "core/io/xml_parser.h"

#include "core/error/error_macros.h"
#include "core/io/file_access.h"
#include "core/object/class_db.h"

#include <cstring>

namespace {

constexpr int64_t LEAST_WHITE_TEXT = 3; // Shorter white space is layout.

bool is_white(uint8_t p_byte) {
	return p_byte == ' ' || p_byte == '\t' || p_byte == '\n' || p_byte == '\r';
}

} // namespace

Error XMLParser::open(const String &p_file) {
	Error error = OK;
	const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(p_file, &error);
	ERR_FAIL_COND_V_MSG(error != OK, error, "Cannot open '" + p_file + "' as XML: " + error_names[error] + ".");
	return open_buffer(bytes);
}

Error XMLParser::open_buffer(const PackedByteArray &p_buffer) {
	ERR_FAIL_COND_V_MSG(p_buffer.is_empty(), ERR_INVALID_DATA, "There is no XML in an empty buffer.");
	data = p_buffer;
	at = 0;
	line = 0;
	type = NODE_NONE;
	return OK;
}

bool XMLParser::is_at(const char *p_text) const {
	const int64_t length = int64_t(strlen(p_text));
	return at + length <= data.size() && memcmp(data.ptr() + at, p_text, size_t(length)) == 0;
}

void XMLParser::advance() {
	if (!is_at_end()) {
		line += data[at] == '\n';
		at++;
	}
}

void XMLParser::advance_by(int64_t p_count) {
	for (int64_t i = 0; i < p_count; i++) {
		advance();
	}
}

// With entities and characters by number in place.
String XMLParser::text(int64_t p_from, int64_t p_to) const {
	const String raw = String::utf8(reinterpret_cast<const char *>(data.ptr()) + p_from, p_to - p_from);
	return raw.contains("&") ? raw.xml_unescape() : raw;
}

bool XMLParser::read_text(int64_t p_from) {
	while (!is_at_end() && peek() != '<') {
		advance();
	}
	bool white = true;
	for (int64_t i = p_from; i < at && white; i++) {
		white = is_white(data[i]);
	}
	if (at == p_from || (white && at - p_from < LEAST_WHITE_TEXT)) {
		return false;
	}
	type = NODE_TEXT;
	name = text(p_from, at);
	return true;
}

// The contents up to p_end, which is taken; all of the rest when that never comes.
void XMLParser::read_until(const char *p_end, NodeType p_type) {
	const int64_t begin = at;
	while (!is_at_end() && !is_at(p_end)) {
		advance();
	}
	type = p_type;
	name = String::utf8(reinterpret_cast<const char *>(data.ptr()) + begin, at - begin);
	advance_by(int64_t(strlen(p_end)));
}

// Behind "<!": may contain others of its kind.
void XMLParser::read_definition() {
	const int64_t begin = at;
	for (int64_t depth = 1; !is_at_end(); advance()) {
		depth += peek() == '<' ? 1 : peek() == '>' ? -1
												   : 0;
		if (depth == 0) {
			break;
		}
	}
	type = NODE_COMMENT;
	name = String::utf8(reinterpret_cast<const char *>(data.ptr()) + begin, at - begin);
	advance();
}

// False: there is no value in quotes any more.
bool XMLParser::read_attribute() {
	const int64_t name_begin = at;
	while (!is_at_end() && !is_white(peek()) && peek() != '=') {
		advance();
	}
	const int64_t name_end = at;
	while (!is_at_end() && peek() != '"' && peek() != '\'') {
		advance();
	}
	if (is_at_end()) {
		return false;
	}
	const uint8_t quote = peek();
	advance();
	const int64_t value_begin = at;
	while (!is_at_end() && peek() != quote) {
		advance();
	}
	attributes.push_back({ String::utf8(reinterpret_cast<const char *>(data.ptr()) + name_begin, name_end - name_begin), text(value_begin, at) });
	advance();
	return true;
}

void XMLParser::read_element() {
	type = NODE_ELEMENT;
	empty = false;
	attributes.clear();
	const int64_t begin = at;
	while (!is_at_end() && peek() != '>' && !is_white(peek())) {
		advance();
	}
	int64_t end = at;
	while (!is_at_end() && peek() != '>') {
		if (is_white(peek())) {
			advance();
		} else if (peek() == '/') {
			advance();
			empty = true;
			break;
		} else if (!read_attribute()) {
			break;
		}
	}
	if (end > begin && data[end - 1] == '/') {
		empty = true;
		end--;
	}
	name = String::utf8(reinterpret_cast<const char *>(data.ptr()) + begin, end - begin);
	advance();
}

Error XMLParser::read() {
	// Nothing begins with the last byte.
	if (at + 1 >= data.size()) {
		return ERR_FILE_EOF;
	}
	node_offset = uint64_t(at);
	if (read_text(at)) {
		return OK;
	}
	if (is_at_end()) {
		return ERR_FILE_EOF;
	}
	advance();
	if (peek() == '/') {
		advance();
		read_until(">", NODE_ELEMENT_END);
		empty = false;
		attributes.clear();
	} else if (peek() == '?') {
		read_until(">", NODE_UNKNOWN);
	} else if (is_at("![CDATA[")) {
		advance_by(8);
		read_until("]]>", NODE_CDATA);
	} else if (is_at("!--")) {
		advance_by(3);
		read_until("-->", NODE_COMMENT);
	} else if (peek() == '!') {
		advance();
		read_definition();
	} else {
		read_element();
	}
	return OK;
}

String XMLParser::get_node_name() const {
	ERR_FAIL_COND_V_MSG(type == NODE_TEXT, String(), "A text has no name: ask get_node_data().");
	return name;
}

String XMLParser::get_node_data() const {
	ERR_FAIL_COND_V_MSG(type != NODE_TEXT, String(), "Only texts have data: ask get_node_name().");
	return name;
}

String XMLParser::get_attribute_name(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_attribute_count(), String());
	return attributes[uint32_t(p_index)].name;
}

String XMLParser::get_attribute_value(int p_index) const {
	ERR_FAIL_INDEX_V(p_index, get_attribute_count(), String());
	return attributes[uint32_t(p_index)].value;
}

int XMLParser::find_attribute(const String &p_name) const {
	for (uint32_t i = 0; i < attributes.size(); i++) {
		if (attributes[i].name == p_name) {
			return int(i);
		}
	}
	return -1;
}

String XMLParser::get_named_attribute_value(const String &p_name) const {
	const int index = find_attribute(p_name);
	ERR_FAIL_COND_V_MSG(index < 0, String(), "Attribute not found: '" + p_name + "'.");
	return attributes[uint32_t(index)].value;
}

String XMLParser::get_named_attribute_value_safe(const String &p_name) const {
	const int index = find_attribute(p_name);
	return index < 0 ? String() : attributes[uint32_t(index)].value;
}

void XMLParser::skip_section() {
	if (empty) {
		return;
	}
	for (int64_t depth = 1; depth > 0 && read() == OK;) {
		depth += type == NODE_ELEMENT && !empty ? 1 : type == NODE_ELEMENT_END ? -1
																			   : 0;
	}
}

Error XMLParser::seek(uint64_t p_position) {
	ERR_FAIL_COND_V_MSG(p_position >= uint64_t(data.size()), ERR_FILE_EOF, "There is no byte " + itos(int64_t(p_position)) + " in the document.");
	at = int64_t(p_position);
	return read();
}

void XMLParser::_bind_methods() {
	ClassDB::bind_method(D_METHOD("read"), &XMLParser::read);
	ClassDB::bind_method(D_METHOD("get_node_type"), &XMLParser::get_node_type);
	ClassDB::bind_method(D_METHOD("get_node_name"), &XMLParser::get_node_name);
	ClassDB::bind_method(D_METHOD("get_node_data"), &XMLParser::get_node_data);
	ClassDB::bind_method(D_METHOD("get_node_offset"), &XMLParser::get_node_offset);
	ClassDB::bind_method(D_METHOD("get_attribute_count"), &XMLParser::get_attribute_count);
	ClassDB::bind_method(D_METHOD("get_attribute_name", "idx"), &XMLParser::get_attribute_name);
	ClassDB::bind_method(D_METHOD("get_attribute_value", "idx"), &XMLParser::get_attribute_value);
	ClassDB::bind_method(D_METHOD("has_attribute", "name"), &XMLParser::has_attribute);
	ClassDB::bind_method(D_METHOD("get_named_attribute_value", "name"), &XMLParser::get_named_attribute_value);
	ClassDB::bind_method(D_METHOD("get_named_attribute_value_safe", "name"), &XMLParser::get_named_attribute_value_safe);
	ClassDB::bind_method(D_METHOD("is_empty"), &XMLParser::is_empty);
	ClassDB::bind_method(D_METHOD("get_current_line"), &XMLParser::get_current_line);
	ClassDB::bind_method(D_METHOD("skip_section"), &XMLParser::skip_section);
	ClassDB::bind_method(D_METHOD("seek", "position"), &XMLParser::seek);
	ClassDB::bind_method(D_METHOD("open", "file"), &XMLParser::open);
	ClassDB::bind_method(D_METHOD("open_buffer", "buffer"), &XMLParser::open_buffer);
	BIND_ENUM_CONSTANT(NODE_NONE);
	BIND_ENUM_CONSTANT(NODE_ELEMENT);
	BIND_ENUM_CONSTANT(NODE_ELEMENT_END);
	BIND_ENUM_CONSTANT(NODE_TEXT);
	BIND_ENUM_CONSTANT(NODE_COMMENT);
	BIND_ENUM_CONSTANT(NODE_CDATA);
	BIND_ENUM_CONSTANT(NODE_UNKNOWN);
}
