// XML: any bytes are read to an end, and every node answers every question.
#include "core/io/xml_parser.h"
#include "tests/fuzz/fuzz_support.h"

FUZZ_WITH_ENGINE

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *p_data, size_t p_size) {
	PackedByteArray bytes;
	for (size_t i = 0; i < p_size; i++) {
		bytes.push_back(p_data[i]);
	}
	Ref<XMLParser> parser;
	parser.instantiate();
	if (parser->open_buffer(bytes) != OK) {
		return 0;
	}
	while (parser->read() == OK) {
		parser->get_node_name();
		parser->get_node_data();
		for (int i = 0; i < parser->get_attribute_count(); i++) {
			parser->get_named_attribute_value(parser->get_attribute_name(i));
		}
	}
	return 0;
}
