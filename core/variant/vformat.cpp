// Messages are formatted by the same operator that scripts use.
#include "core/variant/vformat.h"

#include "core/variant/array.h"

String vformat_values(const String &p_text, const Variant *p_values, int p_count) {
	Array values;
	values.resize(p_count);
	for (int i = 0; i < p_count; i++) {
		values[i] = p_values[i];
	}
	Variant result;
	bool valid = false;
	Variant::evaluate(Variant::OP_MODULE, p_text, values, result, valid);
	return valid ? String(result) : p_text;
}
