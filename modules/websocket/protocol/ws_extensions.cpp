// Parameters as they are named in RFC 7692 §7.1.
#include "modules/websocket/protocol/ws_extensions.h"

#include "core/io/http_codec.h"

namespace {

constexpr std::string_view EXTENSION = "permessage-deflate";
constexpr std::string_view SERVER_NO_CONTEXT_TAKEOVER = "server_no_context_takeover";
constexpr std::string_view CLIENT_NO_CONTEXT_TAKEOVER = "client_no_context_takeover";
constexpr std::string_view SERVER_MAX_WINDOW_BITS = "server_max_window_bits";
constexpr std::string_view CLIENT_MAX_WINDOW_BITS = "client_max_window_bits";

// One element of the list, taken apart. Bits: 0 when the parameter is absent, -1 when it came without a value.
struct Element {
	bool is_deflate = false;
	bool is_valid = true;
	bool server_no_context_takeover = false;
	bool client_no_context_takeover = false;
	int server_max_window_bits = 0;
	int client_max_window_bits = 0;
};

// "8" to "15" without leading zeros, perhaps quoted; 0 for anything else.
int parse_bits(std::string_view p_value) {
	if (p_value.size() >= 2 && p_value.front() == '"' && p_value.back() == '"') {
		p_value = p_value.substr(1, p_value.size() - 2);
	}
	if (p_value == "8" || p_value == "9") {
		return p_value[0] - '0';
	}
	return p_value.size() == 2 && p_value[0] == '1' && p_value[1] >= '0' && p_value[1] <= '5' ? 10 + p_value[1] - '0' : 0;
}

bool set_flag(bool &r_flag, bool p_has_value) {
	const bool is_new = !r_flag && !p_has_value;
	r_flag = true;
	return is_new;
}

bool set_bits(int &r_bits, bool p_has_value, std::string_view p_value, bool p_needs_value) {
	if (r_bits != 0) {
		return false;
	}
	r_bits = p_has_value ? parse_bits(p_value) : -1;
	return p_has_value ? r_bits != 0 : !p_needs_value;
}

void take_parameter(std::string_view p_parameter, Element &r_element) {
	const size_t equals = p_parameter.find('=');
	const bool has_value = equals != std::string_view::npos;
	const std::string_view name = http_trim(p_parameter.substr(0, equals));
	const std::string_view value = has_value ? http_trim(p_parameter.substr(equals + 1)) : std::string_view();
	bool valid = false;
	if (http_is_same_token(name, SERVER_NO_CONTEXT_TAKEOVER)) {
		valid = set_flag(r_element.server_no_context_takeover, has_value);
	} else if (http_is_same_token(name, CLIENT_NO_CONTEXT_TAKEOVER)) {
		valid = set_flag(r_element.client_no_context_takeover, has_value);
	} else if (http_is_same_token(name, SERVER_MAX_WINDOW_BITS)) {
		valid = set_bits(r_element.server_max_window_bits, has_value, value, true);
	} else if (http_is_same_token(name, CLIENT_MAX_WINDOW_BITS)) {
		valid = set_bits(r_element.client_max_window_bits, has_value, value, false);
	}
	r_element.is_valid = r_element.is_valid && valid;
}

Element take_apart(std::string_view p_element) {
	Element element;
	size_t end = p_element.find(';');
	element.is_deflate = http_is_same_token(http_trim(p_element.substr(0, end)), EXTENSION);
	while (element.is_deflate && end != std::string_view::npos) {
		p_element.remove_prefix(end + 1);
		end = p_element.find(';');
		take_parameter(p_element.substr(0, end), element);
	}
	return element;
}

void append(std::string &r_text, std::string_view p_name, int p_bits = 0) {
	r_text += "; ";
	r_text += p_name;
	if (p_bits != 0) {
		r_text += "=";
		r_text += std::to_string(p_bits);
	}
}

} // namespace

std::string ws_offer_deflate(WSCompressionMode p_mode, int p_max_window_bits) {
	if (p_mode == WSCompressionMode::OFF) {
		return std::string();
	}
	std::string offer(EXTENSION);
	const bool is_limited = p_max_window_bits < WSDeflateParameters::MAX_WINDOW_BITS;
	append(offer, CLIENT_MAX_WINDOW_BITS, is_limited ? p_max_window_bits : 0);
	if (is_limited) {
		append(offer, SERVER_MAX_WINDOW_BITS, p_max_window_bits);
	}
	if (p_mode == WSCompressionMode::SHARED) {
		append(offer, SERVER_NO_CONTEXT_TAKEOVER);
		append(offer, CLIENT_NO_CONTEXT_TAKEOVER);
	}
	return offer;
}

std::string ws_accept_deflate(const LocalVector<std::string_view> &p_offers, WSCompressionMode p_mode, int p_max_window_bits, WSDeflateParameters &r_parameters) {
	r_parameters = WSDeflateParameters();
	for (uint32_t i = 0; i < p_offers.size() && p_mode != WSCompressionMode::OFF; i++) {
		const Element offer = take_apart(p_offers[i]);
		if (!offer.is_deflate || !offer.is_valid || offer.server_max_window_bits == 8) {
			continue;
		}
		const bool is_shared = p_mode == WSCompressionMode::SHARED;
		r_parameters.enabled = true;
		r_parameters.server_no_context_takeover = offer.server_no_context_takeover || is_shared;
		r_parameters.client_no_context_takeover = offer.client_no_context_takeover || is_shared;
		r_parameters.server_max_window_bits = uint8_t(offer.server_max_window_bits > 0 ? MIN(offer.server_max_window_bits, p_max_window_bits) : p_max_window_bits);
		std::string answer(EXTENSION);
		if (r_parameters.server_no_context_takeover) {
			append(answer, SERVER_NO_CONTEXT_TAKEOVER);
		}
		if (r_parameters.client_no_context_takeover) {
			append(answer, CLIENT_NO_CONTEXT_TAKEOVER);
		}
		if (offer.server_max_window_bits > 0) {
			append(answer, SERVER_MAX_WINDOW_BITS, r_parameters.server_max_window_bits);
		}
		if (offer.client_max_window_bits != 0) {
			const int most = offer.client_max_window_bits > 0 ? offer.client_max_window_bits : int(WSDeflateParameters::MAX_WINDOW_BITS);
			r_parameters.client_max_window_bits = uint8_t(MIN(most, p_max_window_bits));
			if (r_parameters.client_max_window_bits < WSDeflateParameters::MAX_WINDOW_BITS) {
				append(answer, CLIENT_MAX_WINDOW_BITS, r_parameters.client_max_window_bits);
			}
		}
		return answer;
	}
	return std::string();
}

bool ws_read_deflate_answer(const LocalVector<std::string_view> &p_answers, WSDeflateParameters &r_parameters) {
	r_parameters = WSDeflateParameters();
	if (p_answers.is_empty()) {
		return true;
	}
	const Element answer = take_apart(p_answers[0]);
	if (p_answers.size() > 1 || !answer.is_deflate || !answer.is_valid || answer.client_max_window_bits < 0) {
		return false;
	}
	r_parameters.enabled = true;
	r_parameters.server_no_context_takeover = answer.server_no_context_takeover;
	r_parameters.client_no_context_takeover = answer.client_no_context_takeover;
	r_parameters.server_max_window_bits = uint8_t(answer.server_max_window_bits > 0 ? answer.server_max_window_bits : int(WSDeflateParameters::MAX_WINDOW_BITS));
	r_parameters.client_max_window_bits = uint8_t(answer.client_max_window_bits > 0 ? answer.client_max_window_bits : int(WSDeflateParameters::MAX_WINDOW_BITS));
	return true;
}
