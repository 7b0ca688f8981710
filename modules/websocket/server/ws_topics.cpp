// Two lists that point into each other: whoever leaves one, the last takes its place.
#include "modules/websocket/server/ws_topics.h"

#include "modules/websocket/server/ws_server_core.h"

WSTopics::~WSTopics() {
	for (const KeyValue<String, WSTopic *> &entry : topics) {
		memdelete(entry.value);
	}
}

const WSTopic *WSTopics::find(const String &p_topic) const {
	const auto found = topics.find(p_topic);
	return found == topics.end() ? nullptr : found->value;
}

bool WSTopics::subscribe(WSServerClient *p_client, const String &p_topic) {
	LocalVector<WSSubscription> &own = p_client->subscriptions;
	for (const WSSubscription &subscription : own) {
		if (subscription.topic->name == p_topic) {
			return false;
		}
	}
	WSTopic *&topic = topics[p_topic];
	if (!topic) {
		topic = memnew(WSTopic);
		topic->name = p_topic;
	}
	own.push_back({ topic, topic->members.size() });
	topic->members.push_back({ p_client, own.size() - 1 });
	return true;
}

void WSTopics::_leave(WSServerClient *p_client, uint32_t p_place) {
	LocalVector<WSSubscription> &own = p_client->subscriptions;
	const WSSubscription left = own[p_place];
	LocalVector<WSTopicMember> &members = left.topic->members;
	members.remove_at_unordered(left.place);
	if (left.place < members.size()) {
		const WSTopicMember &moved = members[left.place];
		moved.client->subscriptions[moved.place].place = left.place;
	}
	own.remove_at_unordered(p_place);
	if (p_place < own.size()) {
		own[p_place].topic->members[own[p_place].place].place = p_place;
	}
	if (members.is_empty()) {
		topics.erase(left.topic->name);
		memdelete(left.topic);
	}
}

bool WSTopics::unsubscribe(WSServerClient *p_client, const String &p_topic) {
	LocalVector<WSSubscription> &own = p_client->subscriptions;
	for (uint32_t i = 0; i < own.size(); i++) {
		if (own[i].topic->name == p_topic) {
			_leave(p_client, i);
			return true;
		}
	}
	return false;
}

void WSTopics::leave_all(WSServerClient *p_client) {
	while (!p_client->subscriptions.is_empty()) {
		_leave(p_client, p_client->subscriptions.size() - 1);
	}
	p_client->subscriptions.reset();
}

Vector<String> WSTopics::get_topics(const WSServerClient *p_client) {
	Vector<String> names;
	for (const WSSubscription &subscription : p_client->subscriptions) {
		names.push_back(subscription.topic->name);
	}
	return names;
}
