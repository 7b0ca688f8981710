// The sessions of a server: by id and by token, connected or waiting for their client to come back.
#pragma once

#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "modules/websocket/session/ws_resume_note.h"
#include "modules/websocket/session/ws_resume_stream.h"

// Of a client that asked for one. Its id is the peer's.
struct WSResumeSession {
	int32_t id = 0;
	String token;
	String previous_token; // Good until the client shows that it knows the new one; empty: it has.
	WSResumeStream stream;
	int64_t deadline = 0; // Suspended until then; 0: connected.
	bool is_owing = false; // In the table's list of those whose client is to hear how much has come.
	bool is_behind = false; // In the list of those whose stream does not flow.
	// While suspended:
	String address;
	int port = 0;
	Vector<String> topics;

	explicit WSResumeSession(WSResumeStream::Pool *p_pool) :
			stream(p_pool) {}
	bool is_suspended() const { return deadline != 0; }
};

// Plain bookkeeping; emits nothing. Pointers to sessions are good until they end. Times in milliseconds of any clock.
class WSResumeTable {
public:
	static constexpr uint32_t MAX_SUSPENDED = 1024; // More of them are not kept waiting.
	static constexpr int64_t MAX_KEPT_BYTES = 256 * 1024 * 1024; // By all streams together; a payload that several keep counts for each.

	bool is_empty() const { return sessions.is_empty(); }
	int64_t get_kept_bytes() const { return pool.kept_bytes; }
	uint32_t get_suspended_count() const { return uint32_t(suspended.size()); }
	WSResumeSession *begin(int32_t p_id, const String &p_token);
	WSResumeSession *find(int32_t p_id) const;
	WSResumeSession *find_by_token(const String &p_token) const; // The present one, or the previous.
	const HashMap<int32_t, WSResumeSession *> &get_all() const { return sessions; }
	void end(int32_t p_id); // Does nothing for an unknown id.
	void clear();

	bool suspend(WSResumeSession *p_session, int64_t p_deadline); // False: too many are.
	void expire(WSResumeSession *p_session) { p_session->deadline = 1; } // A suspended one: it cannot go on.
	// It is connected again, by one of its tokens, and has a new one. The one it came with is good until the client shows that it knows the new one.
	void reconnect(WSResumeSession *p_session, const String &p_came_with, const String &p_token);
	void confirm(WSResumeSession *p_session); // The client knows the present token.
	Vector<int32_t> get_expired(int64_t p_now) const;

	// Sessions to be dealt with, in the order in which they were noted; taking them empties the list.
	void note_owing(WSResumeSession *p_session);
	Vector<int32_t> take_owing() { return _take(owing, &WSResumeSession::is_owing); }
	void note_behind(WSResumeSession *p_session);
	Vector<int32_t> take_behind() { return _take(behind, &WSResumeSession::is_behind); }
	bool has_behind() const { return !behind.is_empty(); }

	WSResumeTable() = default;
	WSResumeTable(const WSResumeTable &) = delete;
	WSResumeTable &operator=(const WSResumeTable &) = delete;
	~WSResumeTable() { clear(); }

private:
	Vector<int32_t> _take(LocalVector<int32_t> &r_list, bool WSResumeSession::*p_mark);
	void _forget_token(String &r_token);

	WSResumeStream::Pool pool{ MAX_KEPT_BYTES };
	HashMap<int32_t, WSResumeSession *> sessions;
	HashMap<String, int32_t> tokens;
	LocalVector<int32_t> suspended;
	LocalVector<int32_t> owing;
	LocalVector<int32_t> behind;
};
