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

// Among the client's own topics; -1: nowhere.
static int _find(const WSServerClient *p_client, const String &p_topic) {
	for (uint32_t i = 0; p_client->subscriptions && i < p_client->subscriptions->size(); i++) {
		if ((*p_client->subscriptions)[i].topic->name == p_topic) {
			return int(i);
		}
	}
	return -1;
}

bool WSTopics::subscribe(WSServerClient *p_client, const String &p_topic) {
	if (_find(p_client, p_topic) >= 0) {
		return false;
	}
	if (!p_client->subscriptions) {
		p_client->subscriptions = memnew(LocalVector<WSSubscription>);
	}
	LocalVector<WSSubscription> &own = *p_client->subscriptions;
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
	LocalVector<WSSubscription> &own = *p_client->subscriptions;
	const WSSubscription left = own[p_place];
	LocalVector<WSTopicMember> &members = left.topic->members;
	members.remove_at_unordered(left.place);
	if (left.place < members.size()) {
		const WSTopicMember &moved = members[left.place];
		(*moved.client->subscriptions)[moved.place].place = left.place;
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
	const int place = _find(p_client, p_topic);
	if (place < 0) {
		return false;
	}
	_leave(p_client, uint32_t(place));
	return true;
}

void WSTopics::leave_all(WSServerClient *p_client) {
	if (!p_client->subscriptions) {
		return;
	}
	while (!p_client->subscriptions->is_empty()) {
		_leave(p_client, p_client->subscriptions->size() - 1);
	}
	memdelete(p_client->subscriptions);
	p_client->subscriptions = nullptr;
}

Vector<String> WSTopics::get_topics(const WSServerClient *p_client) {
	Vector<String> names;
	for (uint32_t i = 0; p_client->subscriptions && i < p_client->subscriptions->size(); i++) {
		names.push_back((*p_client->subscriptions)[i].topic->name);
	}
	return names;
}
