// Two maps and three lists, kept in step here alone.
#include "modules/websocket/session/ws_resume_table.h"

#include "core/os/memory.h"

WSResumeSession *WSResumeTable::find(int32_t p_id) const {
	WSResumeSession *const *session = sessions.getptr(p_id);
	return session ? *session : nullptr;
}

WSResumeSession *WSResumeTable::find_by_token(const String &p_token) const {
	const int32_t *id = tokens.getptr(p_token);
	return id ? find(*id) : nullptr;
}

WSResumeSession *WSResumeTable::begin(int32_t p_id, const String &p_token) {
	WSResumeSession *session = memnew(WSResumeSession(&pool));
	session->id = p_id;
	session->token = p_token;
	sessions.insert(p_id, session);
	tokens.insert(p_token, p_id);
	return session;
}

void WSResumeTable::_forget_token(String &r_token) {
	if (!r_token.is_empty()) {
		tokens.erase(r_token);
		r_token = String();
	}
}

void WSResumeTable::end(int32_t p_id) {
	WSResumeSession *session = find(p_id);
	if (!session) {
		return;
	}
	_forget_token(session->token);
	_forget_token(session->previous_token);
	if (session->is_suspended()) {
		suspended.erase(p_id);
	}
	if (session->is_owing) {
		owing.erase(p_id);
	}
	if (session->is_behind) {
		behind.erase(p_id);
	}
	sessions.erase(p_id);
	memdelete(session);
}

void WSResumeTable::clear() {
	for (const KeyValue<int32_t, WSResumeSession *> &entry : sessions) {
		memdelete(entry.value);
	}
	sessions.clear();
	tokens.clear();
	suspended.clear();
	owing.clear();
	behind.clear();
}

bool WSResumeTable::suspend(WSResumeSession *p_session, int64_t p_deadline) {
	if (suspended.size() >= MAX_SUSPENDED) {
		return false;
	}
	suspended.push_back(p_session->id);
	p_session->deadline = p_deadline > 0 ? p_deadline : 1;
	return true;
}

void WSResumeTable::reconnect(WSResumeSession *p_session, const String &p_came_with, const String &p_token) {
	suspended.erase(p_session->id);
	p_session->deadline = 0;
	const String spent = p_came_with;
	_forget_token(spent == p_session->token ? p_session->previous_token : p_session->token);
	p_session->previous_token = spent;
	p_session->token = p_token;
	tokens.insert(p_token, p_session->id);
}

void WSResumeTable::confirm(WSResumeSession *p_session) {
	_forget_token(p_session->previous_token);
}

Vector<int32_t> WSResumeTable::get_expired(int64_t p_now) const {
	Vector<int32_t> expired;
	for (int32_t id : suspended) {
		if (p_now >= find(id)->deadline) {
			expired.push_back(id);
		}
	}
	return expired;
}

void WSResumeTable::note_owing(WSResumeSession *p_session) {
	if (!p_session->is_owing) {
		p_session->is_owing = true;
		owing.push_back(p_session->id);
	}
}

void WSResumeTable::note_behind(WSResumeSession *p_session) {
	if (!p_session->is_behind) {
		p_session->is_behind = true;
		behind.push_back(p_session->id);
	}
}

Vector<int32_t> WSResumeTable::_take(LocalVector<int32_t> &r_list, bool WSResumeSession::*p_mark) {
	Vector<int32_t> taken;
	for (int32_t id : r_list) {
		find(id)->*p_mark = false;
		taken.push_back(id);
	}
	r_list.clear();
	return taken;
}
