// By the character alone, which is right for accents, emoji and their joiners.
#include "core/scene/gui/text_clusters.h"

namespace {

constexpr char32_t ZERO_WIDTH_JOINER = 0x200D;

struct Extent {
	char32_t first;
	char32_t last;
};
// Marks that combine with what is before them, variation selectors, colours of skin.
constexpr Extent JOINED[] = { { 0x0300, 0x036F }, { 0x0591, 0x05BD }, { 0x064B, 0x065F }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { ZERO_WIDTH_JOINER, ZERO_WIDTH_JOINER }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0x1F3FB, 0x1F3FF } };

bool is_inside_cluster(const String &p_line, int64_t p_column) {
	if (p_column <= 0 || p_column >= p_line.length()) {
		return false;
	}
	for (const Extent &extent : JOINED) {
		if (p_line[p_column] >= extent.first && p_line[p_column] <= extent.last) {
			return true;
		}
	}
	return p_line[p_column - 1] == ZERO_WIDTH_JOINER;
}

} // namespace

int64_t TextClusters::next(const String &p_line, int64_t p_column) {
	int64_t column = MIN(MAX(p_column, int64_t(0)) + 1, p_line.length());
	while (is_inside_cluster(p_line, column)) {
		column++;
	}
	return column;
}

int64_t TextClusters::previous(const String &p_line, int64_t p_column) {
	int64_t column = MAX(MIN(p_column, p_line.length()) - 1, int64_t(0));
	while (is_inside_cluster(p_line, column)) {
		column--;
	}
	return column;
}
