// GridContainer: rows of a fixed number of controls; a column is as wide as its widest child.
#pragma once

#include "core/scene/gui/container.h"

class GridContainer : public Container {
	GDCLASS(GridContainer, Container);

public:
	void set_columns(int p_columns); // At least 1.
	int get_columns() const { return columns; }
	Vector2 get_minimum_size() const override;

protected:
	static void _bind_methods();
	void _notification(int p_what);

private:
	struct Track; // A row or a column.
	int columns = 1;

	void measure(LocalVector<Track> &r_columns, LocalVector<Track> &r_rows) const;
	static real_t total(const LocalVector<Track> &p_tracks, int p_separation);
	static void expand(LocalVector<Track> &r_tracks, real_t p_room);
	void place_children();
};
