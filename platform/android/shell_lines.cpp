// Lines of the pipes to the Activity: see the header.
#include "platform/android/shell_lines.h"

#include "core/string/ustring.h"

#include <cstring>

static constexpr int MOST_ADDRESSES = 32;

static void parse_addresses(const Vector<String> &p_words, ShellOrder &r_order) {
	for (int64_t i = 2; i < p_words.size() && int(r_order.addresses.size()) < MOST_ADDRESSES; i++) {
		const IPAddress address(p_words[i].get_slicec('%', 0)); // Without a zone: those are numbers of another process' view.
		if (address.is_valid() && !r_order.addresses.has(address)) {
			r_order.addresses.push_back(address);
		}
	}
	r_order.verdict = r_order.addresses.is_empty() ? ERR_DOES_NOT_EXIST : OK;
}

ShellOrder ShellOrder::parse(const char *p_line) {
	ShellOrder order;
	const Vector<String> words = String::utf8(p_line).strip_edges().split(" ", false);
	const String verb = words.is_empty() ? String() : words[0];
	if ((verb == "addresses" || verb == "failed") && words.size() >= 2 && words[1].is_valid_int() && words[1].to_int() > 0 && words[1].to_int() <= INT32_MAX) {
		order.kind = KIND_ANSWER;
		order.number = uint32_t(words[1].to_int());
		order.verdict = ERR_UNAVAILABLE;
		if (verb == "addresses") {
			parse_addresses(words, order);
		}
	} else if (verb == "pause") {
		order.kind = KIND_PAUSE;
	} else if (verb == "resume") {
		order.kind = KIND_RESUME;
	} else if (verb == "stop") {
		order.kind = KIND_STOP;
	}
	return order;
}

void ShellLineReader::feed(const char *p_bytes, int p_count, void (*p_obey)(const ShellOrder &p_order)) {
	for (int i = 0; i < p_count; i++) {
		if (p_bytes[i] != '\n') {
			if (length < LONGEST) {
				line[length] = p_bytes[i];
			}
			length += length <= LONGEST ? 1 : 0;
			continue;
		}
		if (length <= LONGEST) {
			line[length] = 0;
			p_obey(ShellOrder::parse(line));
		}
		length = 0;
	}
}

bool ShellQuestions::is_askable(const char *p_host) {
	const size_t length = strlen(p_host);
	if (length == 0 || length > LONGEST_HOST) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		const uint8_t character = uint8_t(p_host[i]);
		if (character <= ' ' || character == 0x7f) {
			return false;
		}
	}
	return true;
}

uint32_t ShellQuestions::ask() {
	last_number = last_number == INT32_MAX ? 1 : last_number + 1;
	Question question;
	question.number = last_number;
	questions.push_back(question);
	return last_number;
}

void ShellQuestions::answer(const ShellOrder &p_order) {
	for (Question &question : questions) {
		if (question.number == p_order.number && !question.is_answered) {
			question.is_answered = true;
			question.verdict = p_order.verdict;
			question.addresses = p_order.addresses;
		}
	}
}

bool ShellQuestions::is_answered(uint32_t p_number) const {
	for (const Question &question : questions) {
		if (question.number == p_number) {
			return question.is_answered;
		}
	}
	return false;
}

Error ShellQuestions::take(uint32_t p_number, LocalVector<IPAddress> &r_addresses) {
	for (uint32_t i = 0; i < questions.size(); i++) {
		if (questions[i].number != p_number) {
			continue;
		}
		const Error verdict = questions[i].verdict;
		for (const IPAddress &address : questions[i].addresses) {
			r_addresses.push_back(address);
		}
		questions.remove_at(i);
		return verdict;
	}
	return ERR_BUG;
}
