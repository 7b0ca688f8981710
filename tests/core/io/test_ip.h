// Resolving: literals and nonsense are answered at once, names in the background.
#pragma once

#include "core/io/ip.h"
#include "core/io/ip_resolver_queue.h"
#include "core/io/socket_poller.h"
#include "core/os/mutex.h"
#include "core/os/os.h"
#include "tests/test_macros.h"

#include <atomic>

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

// A resolver that is slow until it may go on, and counts.
namespace TestIP {

inline BinaryMutex gate;
inline std::atomic<int> questions{ 0 };

inline Error resolve(const char *p_host, bool, bool, LocalVector<IPAddress> &r_addresses) {
	questions++;
	if (p_host[0] == 'q') { // Quick in any case.
		r_addresses.push_back(IPAddress("10.0.0.2"));
		return OK;
	}
	MutexLock lock(gate);
	switch (p_host[0]) {
		case 'd':
			return ERR_DOES_NOT_EXIST;
		case 'u':
			return ERR_UNAVAILABLE;
		default:
			r_addresses.push_back(IPAddress("10.0.0.1"));
			return OK;
	}
}

inline void wait_for(IPResolverQueue::Lookup *p_lookup) {
	for (int i = 0; i < 10000 && IPResolverQueue::get_status(p_lookup) == IPResolverQueue::STATUS_WAITING; i++) {
		OS::get_singleton()->delay_usec(500);
	}
}

inline void wait_for_questions(int p_count) {
	for (int i = 0; i < 10000 && questions < p_count; i++) {
		OS::get_singleton()->delay_usec(500);
	}
}

} // namespace TestIP

TEST_CASE("[IO][IP] Queries are numbered from the lowest free place and limited") {
	IPResolverQueue queue(&TestIP::resolve);
	LocalVector<IPAddress> answer;
	answer.push_back(IPAddress("10.0.0.1"));
	for (int i = 0; i < IPResolverQueue::MAX_QUERIES; i++) {
		CHECK_EQ(queue.add(queue.make_answer(LocalVector<IPAddress>(answer))), i);
	}
	CHECK_EQ(queue.add(queue.make_answer(LocalVector<IPAddress>(answer))), -1);
	queue.erase(7);
	CHECK_EQ(queue.get_status(7), IPResolverQueue::STATUS_NONE);
	CHECK_EQ(queue.add(queue.make_answer(LocalVector<IPAddress>())), 7);
	CHECK_EQ(queue.get_status(7), IPResolverQueue::STATUS_ERROR);
	CHECK_EQ(queue.get_addresses(6).size(), 1u);
	CHECK_EQ(queue.get_status(-1), IPResolverQueue::STATUS_NONE);
	CHECK_EQ(queue.get_status(IPResolverQueue::MAX_QUERIES), IPResolverQueue::STATUS_NONE);
}

TEST_CASE("[IO][IP] Three hundred who ask for one dead name cause one question, and so do those who ask soon after") {
	IPResolverQueue queue(&TestIP::resolve);
	TestIP::questions = 0;
	LocalVector<IPResolverQueue::Lookup *> lookups;
	TestIP::gate.lock();
	for (int i = 0; i < 300; i++) {
		lookups.push_back(queue.ask("dead.example", IPResolverQueue::WANT_IPV4));
	}
	CHECK_EQ(IPResolverQueue::get_error(lookups[0]), ERR_BUSY);
	TestIP::gate.unlock();
	TestIP::wait_for(lookups[0]);
	lookups.push_back(queue.ask("dead.example", IPResolverQueue::WANT_IPV4));
	for (IPResolverQueue::Lookup *lookup : lookups) {
		CHECK_EQ(IPResolverQueue::get_status(lookup), IPResolverQueue::STATUS_ERROR);
		CHECK_EQ(IPResolverQueue::get_error(lookup), ERR_DOES_NOT_EXIST);
		IPResolverQueue::release(lookup);
	}
	CHECK_EQ(TestIP::questions.load(), 1);
}

TEST_CASE("[IO][IP] A slow name does not hold up others, failures have kinds, and what nobody waits for is not asked") {
	IPResolverQueue *queue = memnew(IPResolverQueue(&TestIP::resolve));
	TestIP::questions = 0;
	TestIP::gate.lock();
	LocalVector<IPResolverQueue::Lookup *> slow;
	for (int i = 0; i < IPResolverQueue::MAX_THREADS; i++) {
		slow.push_back(queue->ask(("slow" + itos(i)).utf8().get_data(), IPResolverQueue::WANT_IPV4));
	}
	TestIP::wait_for_questions(IPResolverQueue::MAX_THREADS); // All of them at once, although none has an answer.
	CHECK_EQ(TestIP::questions.load(), IPResolverQueue::MAX_THREADS);
	CHECK_EQ(queue->resolve_now("quick", IPResolverQueue::WANT_IPV4).size(), 1u); // Who waits in any case needs no thread for it.
	TestIP::questions--;
	IPResolverQueue::release(queue->ask("taken.back", IPResolverQueue::WANT_IPV4));
	IPResolverQueue::release(slow[0]); // Also while it is being asked.
	IPResolverQueue::Lookup *unavailable = queue->ask("unavailable", IPResolverQueue::WANT_IPV6);
	TestIP::gate.unlock();
	TestIP::wait_for(unavailable);
	CHECK_EQ(IPResolverQueue::get_error(unavailable), ERR_UNAVAILABLE);
	TestIP::wait_for(slow[1]);
	CHECK_EQ(IPResolverQueue::get_addresses(slow[1]).size(), 1u);
	CHECK_EQ(TestIP::questions.load(), IPResolverQueue::MAX_THREADS + 1);
	CHECK_EQ(queue->resolve_now("another", IPResolverQueue::WANT_IPV4).size(), 1u);
	// Look-ups may outlive the queue.
	memdelete(queue);
	for (uint32_t i = 1; i < slow.size(); i++) {
		IPResolverQueue::release(slow[i]);
	}
	IPResolverQueue::release(unavailable);
}

TEST_CASE("[IO][IP] This machine has a loopback address") {
	bool found = false;
	for (const IPAddress &address : IP::get_singleton()->get_local_address_list()) {
		found |= address == IPAddress("127.0.0.1");
	}
	CHECK(found);
}
