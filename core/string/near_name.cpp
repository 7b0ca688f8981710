// Edit distance between short names.
#include "core/string/near_name.h"

#include "core/string/char_utils.h"

namespace {

constexpr int MAX_LENGTH = 64; // Longer names are compared by nobody.

int change_cost(char32_t p_a, char32_t p_b) {
	return p_a == p_b ? 0 : (to_lower_char(p_a) == to_lower_char(p_b) ? 1 : 2);
}

} // namespace

// Every third letter may be wrong, and in short names one.
NearName::NearName(const String &p_wanted) :
		wanted(p_wanted), best_distance(2 * MAX(int(p_wanted.length()) / 3, 1) + 1) {
	if (p_wanted.length() < 3) {
		best_distance = 2; // Only the case of one letter.
	}
}

int NearName::distance(const String &p_a, const String &p_b, int p_limit) {
	const int rows = int(p_a.length());
	const int columns = int(p_b.length());
	if (ABS(rows - columns) * 2 > p_limit || rows > MAX_LENGTH || columns > MAX_LENGTH) {
		return p_limit + 1;
	}
	int lines[3][MAX_LENGTH + 1]; // The row being filled, and the two before it.
	for (int j = 0; j <= columns; j++) {
		lines[0][j] = j * 2;
	}
	for (int i = 1; i <= rows; i++) {
		int *row = lines[i % 3];
		const int *above = lines[(i + 2) % 3];
		const int *two_above = lines[(i + 1) % 3];
		row[0] = i * 2;
		int least = row[0];
		for (int j = 1; j <= columns; j++) {
			row[j] = MIN(MIN(above[j], row[j - 1]) + 2, above[j - 1] + change_cost(p_a[i - 1], p_b[j - 1]));
			if (i > 1 && j > 1 && p_a[i - 1] == p_b[j - 2] && p_a[i - 2] == p_b[j - 1]) {
				row[j] = MIN(row[j], two_above[j - 2] + 2);
			}
			least = MIN(least, row[j]);
		}
		if (least > p_limit) {
			return p_limit + 1;
		}
	}
	const int result = lines[rows % 3][columns];
	return MIN(result, p_limit + 1);
}

void NearName::offer(const String &p_candidate) {
	// A name in other letters, as in ZERO for Zero, is near however many they are.
	if (p_candidate.length() == wanted.length() && best_distance > 1 && p_candidate != wanted && p_candidate.to_lower() == wanted.to_lower()) {
		best = p_candidate;
		best_distance = 1;
		return;
	}
	const int found = distance(wanted, p_candidate, best_distance - 1);
	if (found < best_distance && found > 0) {
		best = p_candidate;
		best_distance = found;
	}
}

String NearName::get_question() const {
	return best.is_empty() ? String() : " Did you mean \"" + best + "\"?";
}
