// Resolving: literals and nonsense are answered at once, names in the background.
#pragma once

#include "core/io/ip.h"
#include "core/io/ip_resolver_queue.h"
#include "core/io/socket_poller.h"
#include "tests/test_macros.h"

TEST_CASE("[IO][IP] Addresses resolve to themselves, as far as their family is wanted") {
	IP *ip = IP::get_singleton();
	CHECK_EQ(String(ip->resolve_hostname("127.0.0.1")), "127.0.0.1");
	CHECK_EQ(String(ip->resolve_hostname("::1", IP::TYPE_IPV6)), "0:0:0:0:0:0:0:1");
	CHECK_FALSE(ip->resolve_hostname("::1", IP::TYPE_IPV4).is_valid());
	CHECK_FALSE(ip->resolve_hostname("127.0.0.1", IP::TYPE_NONE).is_valid());
}

TEST_CASE("[IO][IP] What no resolver can know is refused without asking one") {
	IP *ip = IP::get_singleton();
	for (const char *host : { "", "256.1.1.1", "1.2.3", "not a host!", "a/b", "a\nb" }) {
		CAPTURE(host);
		CHECK(ip->resolve_hostname_addresses(host).is_empty());
		const IP::ResolverID id = ip->resolve_hostname_queue_item(host);
		CHECK_EQ(ip->get_resolve_item_status(id), IP::RESOLVER_STATUS_ERROR);
		ip->erase_resolve_item(id);
	}
}

TEST_CASE("[IO][IP] A name resolves in the background and wakes the main loop") {
	IP *ip = IP::get_singleton();
	ip->clear_cache();
	const IP::ResolverID id = ip->resolve_hostname_queue_item("localhost", IP::TYPE_IPV4);
	REQUIRE(id != IP::RESOLVER_INVALID_ID);
	for (int i = 0; i < 200 && ip->get_resolve_item_status(id) == IP::RESOLVER_STATUS_WAITING; i++) {
		SocketPoller::get_main()->wait(50000);
	}
	CHECK_EQ(ip->get_resolve_item_status(id), IP::RESOLVER_STATUS_DONE);
	CHECK(ip->get_resolve_item_address(id).is_loopback());
	ip->erase_resolve_item(id);
	CHECK_EQ(ip->get_resolve_item_status(id), IP::RESOLVER_STATUS_NONE);
	// The second time the answer is known.
	const IP::ResolverID again = ip->resolve_hostname_queue_item("LOCALHOST", IP::TYPE_IPV4);
	CHECK_EQ(ip->get_resolve_item_status(again), IP::RESOLVER_STATUS_DONE);
	ip->erase_resolve_item(again);
}

TEST_CASE("[IO][IP] Queries are numbered from the lowest free place and limited") {
	IPResolverQueue queue;
	LocalVector<IPAddress> answer;
	answer.push_back(IPAddress("10.0.0.1"));
	for (int i = 0; i < IPResolverQueue::MAX_QUERIES; i++) {
		CHECK_EQ(queue.add_answer(LocalVector<IPAddress>(answer)), i);
	}
	CHECK_EQ(queue.add_answer(LocalVector<IPAddress>(answer)), -1);
	queue.erase(7);
	CHECK_EQ(queue.get_status(7), IPResolverQueue::STATUS_NONE);
	CHECK_EQ(queue.add_answer(LocalVector<IPAddress>()), 7);
	CHECK_EQ(queue.get_status(7), IPResolverQueue::STATUS_ERROR);
	CHECK_EQ(queue.get_addresses(6).size(), 1u);
	CHECK_EQ(queue.get_status(-1), IPResolverQueue::STATUS_NONE);
	CHECK_EQ(queue.get_status(IPResolverQueue::MAX_QUERIES), IPResolverQueue::STATUS_NONE);
}

TEST_CASE("[IO][IP] This machine has a loopback address") {
	bool found = false;
	for (const IPAddress &address : IP::get_singleton()->get_local_address_list()) {
		found |= address == IPAddress("127.0.0.1");
	}
	CHECK(found);
}
