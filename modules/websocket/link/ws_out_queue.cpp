// A list of buffers, most often of one.
#include "modules/websocket/link/ws_out_queue.h"

// Chunks that no queue of this thread needs now: answers to many clients, one after another, allocate nothing.
struct WSOutQueue::Pool {
	static constexpr int MAX_FREE = 64;
	static constexpr int KEPT_CAPACITY = 4096;

	Chunk *free_list = nullptr;
	int count = 0;

	~Pool() {
		while (free_list) {
			Chunk *const chunk = free_list;
			free_list = chunk->next;
			memdelete(chunk);
		}
		count = MAX_FREE; // Queues that outlive the thread's pool give theirs to nobody.
	}
};

WSOutQueue::Pool &WSOutQueue::_get_pool() {
	static thread_local Pool pool;
	return pool;
}

WSOutQueue::Chunk *WSOutQueue::_take_chunk() {
	Pool &pool = _get_pool();
	Chunk *const chunk = pool.free_list;
	if (!chunk) {
		return memnew(Chunk);
	}
	pool.free_list = chunk->next;
	pool.count--;
	chunk->next = nullptr;
	chunk->is_control = false;
	chunk->skipped = 0;
	return chunk;
}

void WSOutQueue::_return_chunk(Chunk *p_chunk) {
	if (p_chunk->shared) {
		p_chunk->shared->unreference();
		p_chunk->shared = nullptr;
	}
	Pool &pool = _get_pool();
	if (pool.count >= Pool::MAX_FREE || p_chunk->bytes.get_capacity() > Pool::KEPT_CAPACITY) {
		memdelete(p_chunk);
		return;
	}
	p_chunk->bytes.clear();
	p_chunk->next = pool.free_list;
	pool.free_list = p_chunk;
	pool.count++;
}

void WSOutQueue::_push(Chunk *p_chunk) {
	if (tail) {
		p_chunk->before = tail->before + tail->size();
		p_chunk->next = tail->next;
		tail->next = p_chunk;
	} else {
		p_chunk->before = 0;
		p_chunk->next = p_chunk;
	}
	tail = p_chunk;
}

WSBuffer &WSOutQueue::get_tail() {
	if (!tail || tail->is_control || tail->shared || tail->bytes.size() >= CHUNK_SIZE) {
		_push(_take_chunk());
	}
	return tail->bytes;
}

void WSOutQueue::append(const ByteChunk *p_pieces, int p_count) {
	WSBuffer &into = get_tail();
	for (int i = 0; i < p_count; i++) {
		into.append(p_pieces[i].data, int(p_pieces[i].size));
	}
}

void WSOutQueue::append_shared(WSSharedFrame *p_frame, int p_skipped) {
	const int size = p_frame->bytes.size() - p_skipped;
	if (size < SHARED_FROM) {
		get_tail().append(p_frame->bytes.ptr() + p_skipped, size);
		return;
	}
	Chunk *const chunk = _take_chunk();
	p_frame->reference();
	chunk->shared = p_frame;
	chunk->skipped = p_skipped;
	_push(chunk);
}

void WSOutQueue::put_control(Span<uint8_t> p_frame) {
	if (is_empty()) {
		get_tail().append(p_frame.ptr(), int(p_frame.size()));
		return;
	}
	Chunk *const head = tail->next;
	Chunk *control = head->next;
	if (head == tail || !control->is_control) {
		control = _take_chunk();
		control->is_control = true;
		if (head == tail) {
			_push(control);
		} else {
			control->next = head->next;
			head->next = control;
		}
	} else if (control != tail) {
		tail->before -= control->size();
	}
	control->bytes.clear();
	control->bytes.append(p_frame.ptr(), int(p_frame.size()));
	if (control != tail) {
		tail->before += control->size();
	}
}

int WSOutQueue::get_chunks(ByteChunk *r_chunks, int p_max) const {
	int count = 0;
	for (const Chunk *chunk = tail ? tail->next : nullptr; chunk && count < p_max; chunk = chunk != tail ? chunk->next : nullptr) {
		if (chunk->size() > 0) {
			r_chunks[count++] = { chunk->ptr(), chunk->size() };
		}
	}
	return count;
}

void WSOutQueue::_drop_head() {
	Chunk *const head = tail->next;
	if (head == tail) {
		tail = nullptr;
	} else {
		tail->next = head->next;
	}
	_return_chunk(head);
}

void WSOutQueue::consume(int64_t p_bytes) {
	while (tail) {
		Chunk *const head = tail->next;
		const int64_t size = head->size();
		const int64_t taken = MIN(p_bytes, size);
		if (head != tail) {
			tail->before -= taken;
		}
		if (p_bytes < size) {
			head->consume(int(taken));
			return;
		}
		p_bytes -= taken;
		_drop_head();
	}
}

void WSOutQueue::clear() {
	while (tail) {
		_drop_head();
	}
}
