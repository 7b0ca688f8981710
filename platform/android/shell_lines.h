// What travels between engine and Activity, without the pipes: lines from any pieces, orders from lines, questions that wait for answers.
#pragma once

#include "core/error/error_list.h"
#include "core/io/ip_address.h"
#include "core/templates/local_vector.h"

struct ShellOrder {
	enum Kind {
		KIND_UNKNOWN,
		KIND_ANSWER,
		KIND_PAUSE,
		KIND_RESUME,
		KIND_STOP,
	};
	Kind kind = KIND_UNKNOWN;
	uint32_t number = 0; // Of the question.
	Error verdict = OK; // ERR_DOES_NOT_EXIST, ERR_UNAVAILABLE.
	LocalVector<IPAddress> addresses;

	static ShellOrder parse(const char *p_line); // Without its end.
};

// Lines longer than LONGEST are left out.
class ShellLineReader {
public:
	static constexpr int LONGEST = 4096;
	void feed(const char *p_bytes, int p_count, void (*p_obey)(const ShellOrder &p_order));

private:
	char line[LONGEST + 1];
	int length = 0; // More than LONGEST: the rest of this line is skipped.
};

// Look-ups under way. Not for several threads at once: its user has a lock.
class ShellQuestions {
public:
	static constexpr int LONGEST_HOST = 255;
	// A name that fits into a line: no white space, no control characters.
	static bool is_askable(const char *p_host);

	uint32_t ask(); // The number of a new question.
	void answer(const ShellOrder &p_order); // One that nobody asked is dropped.
	bool is_answered(uint32_t p_number) const;
	// Forgets the question. ERR_UNAVAILABLE when it was not answered.
	Error take(uint32_t p_number, LocalVector<IPAddress> &r_addresses);

private:
	struct Question {
		uint32_t number = 0;
		bool is_answered = false;
		Error verdict = ERR_UNAVAILABLE;
		LocalVector<IPAddress> addresses;
	};
	LocalVector<Question> questions; // As many as there are threads that look names up.
	uint32_t last_number = 0;
};
