// XMLParser: XML as a row of nodes, one at a time, from a file or from memory. It checks little, so that broken documents can be read as well.
#pragma once

#include "core/object/ref_counted.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"

// The document is held whole. What is malformed ends the reading (ERR_FILE_EOF); nothing is ever expanded but the five entities of XML and
// characters by number.
class XMLParser : public RefCounted {
	GDCLASS(XMLParser, RefCounted);

public:
	enum NodeType : int {
		NODE_NONE,
		NODE_ELEMENT,
		NODE_ELEMENT_END,
		NODE_TEXT, // Up to two characters of white space are no text.
		NODE_COMMENT, // Also <!DOCTYPE ...> and its like.
		NODE_CDATA,
		NODE_UNKNOWN, // <?...?>
	};

	Error open(const String &p_file);
	Error open_buffer(const PackedByteArray &p_buffer);
	// To the next node. ERR_FILE_EOF: there is none.
	Error read();
	NodeType get_node_type() const { return type; }
	String get_node_name() const; // Of elements; the contents of comments, CDATA and what is unknown.
	String get_node_data() const; // Of texts.
	uint64_t get_node_offset() const { return node_offset; } // In bytes.
	int get_attribute_count() const { return int(attributes.size()); }
	String get_attribute_name(int p_index) const;
	String get_attribute_value(int p_index) const;
	bool has_attribute(const String &p_name) const { return find_attribute(p_name) >= 0; }
	String get_named_attribute_value(const String &p_name) const;
	String get_named_attribute_value_safe(const String &p_name) const; // Empty, without an error, when there is none.
	bool is_empty() const { return empty; } // <a/>
	int get_current_line() const { return line; } // From 0; of the end of the node.
	void skip_section(); // To the end of the element.
	Error seek(uint64_t p_position); // In bytes; reads the node there.

protected:
	static void _bind_methods();

private:
	struct Attribute {
		String name;
		String value;
	};

	Vector<uint8_t> data;
	int64_t at = 0;
	int line = 0;
	NodeType type = NODE_NONE;
	uint64_t node_offset = 0;
	String name; // Or the text.
	bool empty = false;
	LocalVector<Attribute> attributes;

	uint8_t peek(int64_t p_offset = 0) const { return at + p_offset < data.size() ? data[at + p_offset] : 0; }
	bool is_at_end() const { return at >= data.size(); }
	bool is_at(const char *p_text) const;
	void advance();
	void advance_by(int64_t p_count);
	String text(int64_t p_from, int64_t p_to) const;
	bool read_text(int64_t p_from);
	void read_until(const char *p_end, NodeType p_type);
	void read_definition();
	void read_element();
	bool read_attribute();
	int find_attribute(const String &p_name) const;
};

VARIANT_ENUM_CAST(XMLParser::NodeType);
