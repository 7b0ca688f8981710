// EncodedObjectAsID: what an object becomes in bytes when only its number may travel.
#pragma once

#include "core/object/ref_counted.h"

class EncodedObjectAsID : public RefCounted {
	GDCLASS(EncodedObjectAsID, RefCounted);

	ObjectID id;

protected:
	static void _bind_methods();

public:
	void set_object_id(ObjectID p_id) { id = p_id; }
	ObjectID get_object_id() const { return id; }
};
