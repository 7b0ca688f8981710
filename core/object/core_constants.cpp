// The global constants: the values of the global enums (Error, Key, Variant.Type, ...) by name.
#include "core/object/core_constants.h"

#include "core/error/error_list.h"
#include "core/error/error_macros.h"

namespace {

struct Entry {
	const char *name;
	int64_t value;
	int kind; // 0 a value, 1 an enum, 2 a bitfield.
};

constexpr Entry ENTRIES[] = {
#define ENUM(m_name, m_is_bitfield) { m_name, 0, m_is_bitfield ? 2 : 1 },
#define VALUE(m_name, m_value) { m_name, m_value, 0 },
#include "core/object/core_constants_table.inc"
#undef ENUM
#undef VALUE
};

struct Tables {
	LocalVector<CoreConstants::Constant> constants;
	LocalVector<CoreConstants::Enum> enums;
	HashMap<StringName, int> constant_index;
	HashMap<StringName, int> enum_index;
};

Tables *tables = nullptr;

const Tables &get_tables() {
	if (tables) {
		return *tables;
	}
	tables = new Tables;
	for (const Entry &entry : ENTRIES) {
		if (entry.kind != 0) {
			CoreConstants::Enum info;
			info.name = StringName(entry.name);
			info.is_bitfield = entry.kind == 2;
			info.first = (int)tables->constants.size();
			tables->enum_index.insert(info.name, (int)tables->enums.size());
			tables->enums.push_back(info);
			continue;
		}
		tables->constant_index.insert(StringName(entry.name), (int)tables->constants.size());
		tables->constants.push_back({ entry.name, entry.value, (int)tables->enums.size() - 1 });
		tables->enums[tables->enums.size() - 1].count++;
	}
	return *tables;
}

} // namespace

int CoreConstants::get_global_constant_count() {
	return (int)get_tables().constants.size();
}

const CoreConstants::Constant &CoreConstants::get_global_constant(int p_index) {
	const Tables &all = get_tables();
	CRASH_COND(p_index < 0 || p_index >= (int)all.constants.size());
	return all.constants[p_index];
}

StringName CoreConstants::get_global_constant_enum(int p_index) {
	return get_tables().enums[get_global_constant(p_index).enum_index].name;
}

int CoreConstants::get_global_constant_index(const StringName &p_name) {
	const int *index = get_tables().constant_index.getptr(p_name);
	return index ? *index : -1;
}

int CoreConstants::get_global_enum_count() {
	return (int)get_tables().enums.size();
}

const CoreConstants::Enum &CoreConstants::get_global_enum(int p_index) {
	const Tables &all = get_tables();
	CRASH_COND(p_index < 0 || p_index >= (int)all.enums.size());
	return all.enums[p_index];
}

const CoreConstants::Enum *CoreConstants::find_global_enum(const StringName &p_enum) {
	const Tables &all = get_tables();
	const int *index = all.enum_index.getptr(p_enum);
	return index ? &all.enums[*index] : nullptr;
}

void CoreConstants::cleanup() {
	delete tables;
	tables = nullptr;
}
