// Who wants to hear of what: clients and the names that they subscribed to.
#pragma once

#include "core/string/ustring.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "core/templates/vector.h"

class WSServerClient;
struct WSTopic;

// One client's place in one topic, and the topic's in the client's list.
struct WSSubscription {
	WSTopic *topic = nullptr;
	uint32_t place = 0; // Among the topic's members.
};

struct WSTopicMember {
	WSServerClient *client = nullptr;
	uint32_t place = 0; // Among the client's subscriptions.
};

struct WSTopic {
	String name;
	LocalVector<WSTopicMember> members;
};

// Topics come with their first member and go with their last. Joining and leaving take constant time, but for a look through the client's own
// topics. A client must leave_all() before it goes.
class WSTopics {
public:
	bool subscribe(WSServerClient *p_client, const String &p_topic); // False: it was subscribed before.
	bool unsubscribe(WSServerClient *p_client, const String &p_topic); // False: it was not.
	void leave_all(WSServerClient *p_client);
	const WSTopic *find(const String &p_topic) const; // Null when nobody is subscribed. Goes stale with the next change.
	static Vector<String> get_topics(const WSServerClient *p_client);

	WSTopics() = default;
	WSTopics(const WSTopics &) = delete;
	WSTopics &operator=(const WSTopics &) = delete;
	~WSTopics();

private:
	void _leave(WSServerClient *p_client, uint32_t p_place);

	HashMap<String, WSTopic *> topics;
};
