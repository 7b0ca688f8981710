// The sizes of rows and columns, and who gets the room that is left.
#include "core/scene/gui/grid_container.h"

#include "core/math/math_funcs.h"
#include "core/object/class_db.h"

struct GridContainer::Track {
	real_t length = 0; // Pixels.
	bool expands = false;
};

void GridContainer::measure(LocalVector<Track> &r_columns, LocalVector<Track> &r_rows) const {
	const LocalVector<Control *> children = get_placed_children();
	r_columns.resize(MIN(uint32_t(columns), children.size()));
	r_rows.resize((children.size() + columns - 1) / columns);
	for (uint32_t i = 0; i < children.size(); i++) {
		const Vector2 minimum = children[i]->get_combined_minimum_size();
		Track &column = r_columns[i % columns];
		column.length = MAX(column.length, minimum.x);
		column.expands = column.expands || children[i]->get_h_size_flags().has_flag(SIZE_EXPAND);
		Track &row = r_rows[i / columns];
		row.length = MAX(row.length, minimum.y);
		row.expands = row.expands || children[i]->get_v_size_flags().has_flag(SIZE_EXPAND);
	}
}

real_t GridContainer::total(const LocalVector<Track> &p_tracks, int p_separation) {
	real_t length = p_tracks.is_empty() ? 0 : p_separation * int(p_tracks.size() - 1);
	for (const Track &track : p_tracks) {
		length += track.length;
	}
	return length;
}

// Those that expand share p_room evenly; one that needs more than its share keeps what it needs.
void GridContainer::expand(LocalVector<Track> &r_tracks, real_t p_room) {
	int sharers = 0;
	for (const Track &track : r_tracks) {
		sharers += track.expands;
		p_room -= track.expands ? 0 : track.length;
	}
	for (bool again = true; again && sharers > 0;) {
		again = false;
		for (Track &track : r_tracks) {
			if (track.expands && track.length > p_room / sharers) {
				track.expands = false;
				p_room -= track.length;
				sharers--;
				again = true;
				break;
			}
		}
	}
	for (Track &track : r_tracks) {
		if (track.expands) {
			track.length = Math::floor(p_room / sharers);
			p_room -= track.length;
			sharers--;
		}
	}
}

void GridContainer::place_children() {
	LocalVector<Track> column_tracks;
	LocalVector<Track> row_tracks;
	measure(column_tracks, row_tracks);
	const int h_separation = get_theme_constant(SNAME("h_separation"));
	const int v_separation = get_theme_constant(SNAME("v_separation"));
	expand(column_tracks, get_size().x - h_separation * (int(column_tracks.size()) - 1));
	expand(row_tracks, get_size().y - v_separation * (int(row_tracks.size()) - 1));
	const LocalVector<Control *> children = get_placed_children();
	Vector2 at;
	for (uint32_t i = 0; i < children.size(); i++) {
		const Track &column = column_tracks[i % columns];
		const Track &row = row_tracks[i / columns];
		fit_child_in_rect(children[i], Rect2(at, Vector2(column.length, row.length)));
		at.x += column.length + h_separation;
		if (i % columns == uint32_t(columns) - 1) {
			at = Vector2(0, at.y + row.length + v_separation);
		}
	}
}

void GridContainer::_notification(int p_what) {
	if (p_what == NOTIFICATION_SORT_CHILDREN) {
		place_children();
	}
}

Vector2 GridContainer::get_minimum_size() const {
	LocalVector<Track> column_tracks;
	LocalVector<Track> row_tracks;
	measure(column_tracks, row_tracks);
	return Vector2(total(column_tracks, get_theme_constant(SNAME("h_separation"))), total(row_tracks, get_theme_constant(SNAME("v_separation"))));
}

void GridContainer::set_columns(int p_columns) {
	ERR_FAIL_COND_MSG(p_columns < 1, "A grid has at least one column.");
	columns = p_columns;
	update_minimum_size();
	queue_sort();
}

void GridContainer::_bind_methods() {
	ClassDB::bind_method(D_METHOD("set_columns", "columns"), &GridContainer::set_columns);
	ClassDB::bind_method(D_METHOD("get_columns"), &GridContainer::get_columns);

	ADD_PROPERTY(PropertyInfo(Variant::INT, "columns", PROPERTY_HINT_RANGE, "1,1024,1"), "set_columns", "get_columns");
}
