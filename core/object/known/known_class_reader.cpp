// Accessors that the facts leave out are made with their property; those that stand in a base class get a copy here that knows the property.
#include "core/object/known/known_class_reader.h"

#include "core/object/known/known_facts.h"
#include "core/object/known/known_method.h"

static String text_of(Span<char> p_text) {
	return String::utf8(p_text);
}

// "@.Mode" of class X is the enum X.Mode.
PropertyInfo KnownClassReader::read_type(Span<char> p_text, const String &p_name) const {
	TypeDescription description;
	const char mark = p_text.is_empty() ? 0 : p_text[0];
	const bool is_marked = mark == '@' || mark == '^' || mark == '[' || mark == '{';
	String rest = text_of(is_marked ? p_text.subspan(1) : p_text);
	if (is_marked && rest.begins_with(".")) {
		rest = String(class_name) + rest;
	}
	if (mark == '@' || mark == '^') {
		description = { Variant::INT, mark == '@' ? TypeDescription::ENUM : TypeDescription::BITFIELD, rest };
	} else if (mark == '[') {
		// "24/17:Class" is how a property's hint says the same.
		description = { Variant::ARRAY, rest.ends_with(":") ? TypeDescription::PLAIN : TypeDescription::ARRAY_TYPE, rest.get_slice(":", rest.contains(":") ? 1 : 0) };
	} else if (mark == '{') {
		description = { Variant::DICTIONARY, TypeDescription::DICTIONARY_TYPE, rest };
	} else if (rest == "Variant") {
		description.kind = TypeDescription::ANY;
	} else if (rest.ends_with("*")) {
		description.type = Variant::INT; // A pointer, which scripts never see.
	} else if (!rest.is_empty()) {
		const Variant::Type builtin = Variant::get_type_by_name(rest);
		description = builtin == Variant::VARIANT_MAX || builtin == Variant::OBJECT ? TypeDescription{ Variant::OBJECT, TypeDescription::OBJECT_CLASS, rest } : TypeDescription{ builtin, TypeDescription::PLAIN, StringName() };
	}
	PropertyInfo info(description);
	info.name = p_name;
	return info;
}

void KnownClassReader::read_arguments(KnownFields &r_fields, MethodInfo &r_method) const {
	while (!r_fields.is_at_end()) {
		const Span<char> field = r_fields.next();
		const int64_t space = field.find(' ');
		const int64_t equals = field.find('=');
		const PropertyInfo argument = read_type(field.subspan(uint64_t(space + 1), equals < 0 ? UINT64_MAX : uint64_t(equals - space - 1)), text_of(field.subspan(0, uint64_t(space))));
		if (equals >= 0) {
			Variant value;
			Variant::construct_from_string(text_of(field.subspan(uint64_t(equals + 1))), value);
			if (argument.type != Variant::NIL && argument.type != Variant::OBJECT && value.get_type() != argument.type && !Variant::convert_strict(value, argument.type)) {
				value = known_zero_of(argument);
			}
			r_method.default_arguments.push_back(value);
		}
		r_method.arguments.push_back(argument);
	}
}

KnownMethod *KnownClassReader::add_method(const MethodInfo &p_method) {
	KnownMethod *method = memnew(KnownMethod(class_name, p_method, quiet));
	members->method_map.insert(method->get_name(), method);
	return method;
}

MethodBind *KnownClassReader::accessor(const StringName &p_name, int p_kind, const PropertyInfo &p_property, int p_index, const Variant &p_default, const String &p_argument) {
	// What native classes have themselves: their supplements, this one among them, are still to be made.
	for (const ClassDB::ClassInfo *info = native; info; info = info->inherits_ptr) {
		if (MethodBind *const *found = info->members().method_map.getptr(p_name)) {
			return *found;
		}
	}
	const MethodBind *const *own = members->method_map.getptr(p_name);
	KnownMethod *method = own ? static_cast<KnownMethod *>(const_cast<MethodBind *>(*own)) : nullptr;
	const MethodBind *inherited = method || !into->inherits_ptr ? nullptr : ClassDB::get_method(into->inherits_ptr, p_name);
	if (inherited && ClassDB::is_native(inherited->get_instance_class())) {
		return const_cast<MethodBind *>(inherited); // It knows what to do with the values.
	}
	if (inherited) {
		method = add_method(inherited->get_method_info());
	} else if (!method) {
		MethodInfo info(p_name);
		PropertyInfo type = p_property;
		type.name = String();
		type.usage &= ~uint32_t(PROPERTY_USAGE_STORAGE);
		type.usage |= PROPERTY_USAGE_DEFAULT;
		if (p_kind == KnownMethod::GETTER) {
			info.return_val = type;
			info.flags |= METHOD_FLAG_CONST;
		} else {
			type.name = p_argument;
			info.arguments.push_back(type);
		}
		method = add_method(info);
	}
	method->add_property(KnownMethod::Kind(p_kind), { p_property.name, p_default, p_index });
	return method;
}

void KnownClassReader::read_property(Span<char> p_line) {
	KnownFields fields(p_line, '\t');
	const String name = text_of(fields.next());
	if (native && native->members().property_setget.has(name)) {
		return;
	}
	PropertyInfo property = read_type(fields.next(), name);
	String setter = text_of(fields.next());
	const String argument = text_of(fields.next());
	String getter = text_of(fields.next());
	fields.next();
	const String index = text_of(fields.next());
	const String default_text = text_of(fields.next());
	const String usage = text_of(fields.next());
	const String hint = text_of(fields.next());
	if (!usage.is_empty()) {
		property.usage = uint32_t(usage.to_int()) | (property.usage & (PROPERTY_USAGE_CLASS_IS_ENUM | PROPERTY_USAGE_CLASS_IS_BITFIELD));
	}
	if (!hint.is_empty() && property.hint == PROPERTY_HINT_NONE) {
		property.hint = PropertyHint(hint.to_int());
		property.hint_string = text_of(fields.next());
	} else if (property.type == Variant::OBJECT) {
		property.hint = PROPERTY_HINT_RESOURCE_TYPE;
		property.hint_string = property.class_name;
	}
	Variant value = known_zero_of(property);
	if (!default_text.is_empty()) {
		Variant given;
		Variant::construct_from_string(default_text, given);
		if (property.type == Variant::NIL || given.get_type() == property.type || Variant::convert_strict(given, property.type)) {
			value = given;
		}
	}
	setter = setter.is_empty() ? "set_" + name : setter == "-" ? String()
															   : setter;
	getter = getter.is_empty() ? "get_" + name : getter == "?" ? "is_" + name
			: getter == "-"									   ? String()
															   : getter;
	ClassDB::PropertySetGet setget;
	setget.setter = setter;
	setget.getter = getter;
	setget.index = index.is_empty() ? -1 : int(index.to_int());
	setget.type = property.type;
	setget.set_method = setter.is_empty() ? nullptr : accessor(setter, KnownMethod::SETTER, property, setget.index, value, argument.is_empty() || argument == "!" ? name : argument);
	setget.get_method = getter.is_empty() ? nullptr : accessor(getter, KnownMethod::GETTER, property, setget.index, value, String());
	members->property_list.push_back(property);
	members->property_map.insert(name, property);
	members->property_setget.insert(name, setget);
	members->explicit_defaults.insert(name, value);
}

void KnownClassReader::read_group(Span<char> p_line) {
	KnownFields fields(p_line, '\t');
	const String name = text_of(fields.next());
	const String prefix = text_of(fields.next());
	members->property_list.push_back(PropertyInfo(Variant::NIL, name, PROPERTY_HINT_NONE, prefix, uint32_t(text_of(fields.next()).to_int())));
}

void KnownClassReader::read_method(Span<char> p_line) {
	KnownFields fields(p_line, '\t');
	MethodInfo method(text_of(fields.next()));
	const StringName name = method.name;
	if (native && (native->members().method_map.has(name) || native->members().virtual_methods.has(name))) {
		return;
	}
	method.return_val = read_type(fields.next());
	const Span<char> flags = fields.next();
	method.flags |= flags.has('c') ? METHOD_FLAG_CONST : 0;
	method.flags |= flags.has('s') ? METHOD_FLAG_STATIC : 0;
	method.flags |= flags.has('a') ? METHOD_FLAG_VARARG : 0;
	read_arguments(fields, method);
	if (flags.has('v')) {
		method.flags = (method.flags & ~uint32_t(METHOD_FLAG_NORMAL)) | METHOD_FLAG_VIRTUAL;
		members->virtual_methods.insert(name, method);
	} else if (!members->method_map.has(name)) {
		add_method(method);
	}
}

void KnownClassReader::read_signal(Span<char> p_line) {
	KnownFields fields(p_line, '\t');
	MethodInfo signal(text_of(fields.next()));
	if (!native || !native->members().signal_map.has(StringName(signal.name))) {
		read_arguments(fields, signal);
		members->signal_map.insert(StringName(signal.name), signal);
	}
}

void KnownClassReader::read_enum(Span<char> p_line) {
	KnownFields fields(p_line, '\t');
	const StringName name = text_of(fields.next());
	const bool is_bitfield = !fields.next().is_empty();
	ClassDB::EnumInfo *enumeration = name.is_empty() ? nullptr : &members->enum_map[name];
	while (!fields.is_at_end()) {
		const Span<char> field = fields.next();
		const int64_t equals = field.find('=');
		const StringName value = text_of(field.subspan(0, uint64_t(equals)));
		if (enumeration) {
			enumeration->constants.push_back(value);
			enumeration->is_bitfield = is_bitfield;
		}
		if (!native || !native->members().constant_map.has(value)) {
			members->constant_map.insert(value, text_of(field.subspan(uint64_t(equals + 1))).to_int());
		}
	}
}

void KnownClassReader::read(Span<char> p_lines) {
	KnownFields lines(p_lines, '\n');
	lines.next();
	// Methods that are listed come first: an accessor among them keeps its own signature.
	for (KnownFields methods = lines; !methods.is_at_end();) {
		const Span<char> line = methods.next();
		if (!line.is_empty() && line[0] == '+') {
			read_method(line.subspan(1));
		}
	}
	while (!lines.is_at_end()) {
		const Span<char> line = lines.next();
		const Span<char> rest = line.subspan(1);
		switch (line.is_empty() ? 0 : line[0]) {
			case '-':
				read_property(rest);
				break;
			case '*':
				if (!native) {
					read_group(rest);
				}
				break;
			case '!':
				read_signal(rest);
				break;
			case '#':
				read_enum(rest);
				break;
			default:
				break;
		}
	}
}
