// CoreConstants: the table behind global constants and enums.
#include "core/object/global_constants.h"

#include "core/templates/hash_map.h"

namespace {

struct Row {
	const char *name;
	int64_t value;
	bool is_enum; // Opens a new enum; value says whether it is a bitfield.
};

constexpr Row ROWS[] = {
#define GLOBAL_ENUM(m_name, m_is_bitfield) { m_name, m_is_bitfield, true },
#define GLOBAL_CONSTANT(m_name, m_value) { #m_name, m_value, false },
#include "core/object/global_constants.inc"
#undef GLOBAL_ENUM
#undef GLOBAL_CONSTANT
};

struct Tables {
	LocalVector<CoreConstants::Constant> constants;
	LocalVector<CoreConstants::Enum> enums;
	HashMap<StringName, uint32_t> constant_index;
	HashMap<StringName, uint32_t> enum_index;

	Tables() {
		for (const Row &row : ROWS) {
			const StringName name(row.name, true);
			if (row.is_enum) {
				enum_index.insert(name, enums.size());
				enums.push_back({ name, row.value != 0, constants.size(), 0 });
			} else {
				CoreConstants::Enum &owner = enums[enums.size() - 1];
				constant_index.insert(name, constants.size());
				constants.push_back({ name, owner.name, row.value });
				owner.count++;
			}
		}
	}
};

const Tables &tables() {
	static const Tables instance;
	return instance;
}

} // namespace

const LocalVector<CoreConstants::Constant> &CoreConstants::get_constants() {
	return tables().constants;
}

const LocalVector<CoreConstants::Enum> &CoreConstants::get_enums() {
	return tables().enums;
}

const CoreConstants::Constant *CoreConstants::find_constant(const StringName &p_name) {
	const uint32_t *index = tables().constant_index.getptr(p_name);
	return index ? &tables().constants[*index] : nullptr;
}

const CoreConstants::Enum *CoreConstants::find_enum(const StringName &p_name) {
	const uint32_t *index = tables().enum_index.getptr(p_name);
	return index ? &tables().enums[*index] : nullptr;
}
