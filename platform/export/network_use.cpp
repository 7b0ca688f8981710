// Names of classes in code, and types in scenes: see the header.
#include "platform/export/network_use.h"

#include "core/io/file_access.h"
#include "platform/export/exporter.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace {

constexpr const char *CLASSES[] = {
	"DTLSServer", "ENetConnection", "ENetMultiplayerPeer", "HTTPClient", "HTTPRequest", "IP", "PacketPeerDTLS", "PacketPeerUDP", "StreamPeerTCP", "StreamPeerTLS",
	"TCPServer", "UDPServer", "UPNP", "WebRTCDataChannel", "WebRTCDataChannelExtension", "WebRTCMultiplayerPeer", "WebRTCPeerConnection",
	"WebRTCPeerConnectionExtension", "WebSocketClient", "WebSocketMultiplayerPeer", "WebSocketPeer", "WebSocketServer"
};
constexpr int CLASS_COUNT = int(std::size(CLASSES));
constexpr int SINGLETON = 5; // "IP", the type of nothing.
static_assert(CLASSES[SINGLETON][0] == 'I' && CLASSES[SINGLETON][1] == 'P');
constexpr int64_t MAX_SCANNED_BYTES = 64 * 1024 * 1024;

bool is_word(uint8_t p_character) {
	return (p_character >= 'a' && p_character <= 'z') || (p_character >= 'A' && p_character <= 'Z') || (p_character >= '0' && p_character <= '9') || p_character == '_' || p_character >= 0x80;
}

std::string_view view_of(Span<uint8_t> p_text, uint64_t p_begin, uint64_t p_end) {
	return std::string_view(reinterpret_cast<const char *>(p_text.ptr()) + p_begin, size_t(p_end - p_begin));
}

// -1: none.
int find_class(std::string_view p_word) {
	for (int i = 0; i < CLASS_COUNT; i++) {
		if (p_word == CLASSES[i]) {
			return i;
		}
	}
	return -1;
}

bool is_one_of(std::string_view p_word, std::initializer_list<std::string_view> p_words) {
	return std::find(p_words.begin(), p_words.end(), p_word) != p_words.end();
}

// Of one script: where each class is used first, and which of the names it gives to something else.
class ScriptScan {
public:
	explicit ScriptScan(Span<uint8_t> p_text) :
			text(p_text) {}

	const char *find(int &r_line) {
		while (at < text.size()) {
			step();
		}
		int found = -1;
		for (int i = 0; i < CLASS_COUNT; i++) {
			if (first_lines[i] > 0 && !declared[i] && (found < 0 || first_lines[i] < first_lines[found])) {
				found = i;
			}
		}
		r_line = found < 0 ? line : first_lines[found];
		return found < 0 ? nullptr : CLASSES[found];
	}

private:
	void step() {
		const uint8_t character = text[at];
		if (character == '#') {
			while (at < text.size() && text[at] != '\n') {
				at++;
			}
		} else if (character == '"' || character == '\'') {
			take_string();
		} else if (is_word(character)) {
			take_word();
		} else if (character == '$' || character == '%') { // $Path/To/Node, %Unique.
			last = character;
			do {
				at++;
			} while (at < text.size() && (is_word(text[at]) || (character == '$' && (text[at] == '/' || text[at] == '%'))));
		} else {
			take_sign(character);
		}
	}

	void take_sign(uint8_t p_sign) {
		at++;
		if (p_sign == '\n') {
			line++;
		}
		if (p_sign == '\n' || p_sign == ' ' || p_sign == '\t' || p_sign == '\r') {
			return;
		}
		if (p_sign == '{' && in_enum_head) {
			in_enum = true;
			is_enum_named = last_word != "enum";
		}
		in_enum = in_enum && p_sign != '}';
		in_enum_head = false;
		if (p_sign == '(') {
			callee = last == 'w' ? last_word : std::string_view();
		} else if (p_sign != '&') {
			callee = std::string_view();
		}
		last = p_sign;
	}

	void take_string() {
		const uint64_t begin = at;
		const int begin_line = line;
		skip_string();
		const int used = is_one_of(callee, { "instantiate", "class_call_static" }) && at >= begin + 2 ? find_class(view_of(text, begin + 1, at - 1)) : -1;
		if (used >= 0 && first_lines[used] == 0) {
			first_lines[used] = begin_line;
		}
		callee = std::string_view();
		last = '"';
	}

	bool is_quote_at(uint64_t p_at, uint8_t p_quote, int p_count) const {
		for (int i = 0; i < p_count; i++) {
			if (p_at + i >= text.size() || text[p_at + i] != p_quote) {
				return false;
			}
		}
		return true;
	}

	void skip_string() {
		const uint8_t quote = text[at];
		const int quotes = is_quote_at(at, quote, 3) ? 3 : 1;
		at += quotes;
		while (at < text.size() && !is_quote_at(at, quote, quotes)) {
			if (text[at] == '\n') {
				if (quotes == 1) {
					return; // Not closed: the compiler complains, not we.
				}
				line++;
			}
			at += text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' ? 2 : 1;
		}
		at = MIN(at + quotes, text.size());
	}

	void take_word() {
		const uint64_t begin = at;
		while (at < text.size() && is_word(text[at])) {
			at++;
		}
		const std::string_view word = view_of(text, begin, at);
		const int named = find_class(word);
		if (named >= 0) {
			judge(named);
		}
		in_enum_head = word == "enum" || (in_enum_head && last == 'w');
		callee = std::string_view();
		last = 'w';
		last_word = word;
	}

	// What stands before and behind tells whether a name is the class.
	void judge(int p_named) {
		uint64_t behind = at;
		while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t')) {
			behind++;
		}
		const uint8_t next = behind < text.size() ? text[behind] : 0;
		const bool is_assigned = next == '=' && !is_quote_at(behind, '=', 2);
		if (in_enum) {
			declared[p_named] = declared[p_named] || !is_enum_named;
		} else if (last == 'w' && is_one_of(last_word, { "var", "const", "func", "signal", "class", "class_name", "enum", "for" })) {
			declared[p_named] = true;
		} else if ((last == '(' || last == ',') && (is_assigned || next == ':')) {
			declared[p_named] = true; // A parameter.
		} else if (last != '.' && !(last == '{' && is_assigned) && first_lines[p_named] == 0) { // No member, and no key.
			first_lines[p_named] = line;
		}
	}

	Span<uint8_t> text;
	uint64_t at = 0;
	int line = 1;
	uint8_t last = 0; // The sign before, white space aside; 'w' for a word.
	std::string_view last_word;
	std::string_view callee; // Whose first argument comes next.
	bool in_enum_head = false;
	bool in_enum = false;
	bool is_enum_named = false;
	int first_lines[CLASS_COUNT] = {}; // 0: not used.
	bool declared[CLASS_COUNT] = {};
};

// A scene or resource as text: headings in brackets, and below them lines of the form name = value.
class SceneScan {
public:
	explicit SceneScan(Span<uint8_t> p_text) :
			text(p_text) {}

	const char *find(int &r_line) {
		const char *found = nullptr;
		while (at < text.size() && !found) {
			found = take_line();
		}
		r_line = found_line;
		return found;
	}

private:
	bool begins_with(std::string_view p_start) const {
		return text.size() - at >= p_start.size() && view_of(text, at, at + p_start.size()) == p_start;
	}

	// With what it continues on in other lines, which is texts.
	const char *take_line() {
		static constexpr std::string_view SOURCE = "script/source = \"";
		const bool is_heading = begins_with("[node ") || begins_with("[sub_resource ") || begins_with("[gd_resource ") || begins_with("[ext_resource ");
		const bool is_source = begins_with(SOURCE);
		found_line = line;
		while (at < text.size() && text[at] != '\n') {
			if (text[at] != '"') {
				at++;
				continue;
			}
			static constexpr std::string_view TYPE = " type=";
			const bool is_type = is_heading && at >= TYPE.size() && view_of(text, at - TYPE.size(), at) == TYPE;
			const int begin_line = line;
			const Vector<uint8_t> value = take_string();
			if (is_source) {
				int inner_line = 0;
				const char *found = ScriptScan(value.span()).find(inner_line);
				found_line = begin_line + inner_line - 1;
				return found;
			}
			const int named = is_type ? find_class(view_of(value.span(), 0, uint64_t(value.size()))) : -1;
			if (named >= 0) {
				return CLASSES[named];
			}
		}
		line++;
		at++;
		return nullptr;
	}

	Vector<uint8_t> take_string() {
		Vector<uint8_t> value;
		for (at++; at < text.size() && text[at] != '"'; at++) {
			line += text[at] == '\n' ? 1 : 0;
			if (text[at] != '\\' || at + 1 >= text.size()) {
				value.push_back(text[at]);
				continue;
			}
			at++;
			value.push_back(text[at] == 'n' ? uint8_t('\n') : text[at] == 't' ? uint8_t('\t')
																			  : text[at]);
		}
		at++;
		return value;
	}

	Span<uint8_t> text;
	uint64_t at = 0;
	int line = 1;
	int found_line = 1;
};

const char *find_word(Span<uint8_t> p_text) {
	for (uint64_t i = 0; i < p_text.size(); i++) {
		const uint64_t begin = i;
		while (i < p_text.size() && is_word(p_text[i])) {
			i++;
		}
		const int named = i > begin ? find_class(view_of(p_text, begin, i)) : -1;
		if (named >= 0 && named != SINGLETON) {
			return CLASSES[named];
		}
	}
	return nullptr;
}

// False: it holds no code and no types.
bool find_kind(const String &p_extension, NetworkText &r_kind) {
	r_kind = p_extension == "gd" ? NetworkText::SCRIPT : (p_extension == "tscn" || p_extension == "tres" ? NetworkText::SCENE : NetworkText::BINARY);
	return r_kind != NetworkText::BINARY || p_extension == "scn" || p_extension == "res";
}

} // namespace

const char *find_network_class(Span<uint8_t> p_text, NetworkText p_kind, int &r_line) {
	switch (p_kind) {
		case NetworkText::SCRIPT:
			return ScriptScan(p_text).find(r_line);
		case NetworkText::SCENE:
			return SceneScan(p_text).find(r_line);
		case NetworkText::BINARY:
			break;
	}
	r_line = 1;
	return find_word(p_text);
}

NetworkUse ExportTools::find_network_use(const Vector<String> &p_files) {
	for (const String &path : p_files) {
		NetworkText kind = NetworkText::BINARY;
		if (!find_kind(path.get_extension().to_lower(), kind) || FileAccess::get_size(path) > MAX_SCANNED_BYTES) {
			continue;
		}
		NetworkUse use;
		const Vector<uint8_t> bytes = FileAccess::get_file_as_bytes(path);
		if (const char *name = find_network_class(bytes.span(), kind, use.line)) {
			use.file = path;
			use.class_name = name;
			return use;
		}
	}
	return NetworkUse();
}
