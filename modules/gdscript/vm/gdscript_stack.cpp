// Chunks of the frame stack.
#include "modules/gdscript/vm/gdscript_stack.h"

#include "core/os/memory.h"

bool GDScriptStack::stress = false;

GDScriptStack &GDScriptStack::make() {
	static thread_local GDScriptStack stack;
	own = &stack;
	return stack;
}

void GDScriptStack::set_stress(bool p_enabled) {
	stress = p_enabled;
}

void GDScriptStack::release_orphans() {
	// Releasing one may run code that leaves more behind.
	while (!orphaned_members.is_empty()) {
		const Span<Variant> members = orphaned_members[orphaned_members.size() - 1];
		orphaned_members.resize(orphaned_members.size() - 1);
		Variant *values = const_cast<Variant *>(members.ptr());
		for (uint64_t i = 0; i < members.size(); i++) {
			values[i].clear();
		}
		memfree(values);
	}
	orphaned_scripts.clear();
}

GDScriptStack::~GDScriptStack() {
	own = nullptr;
	if (spare) {
		memfree(spare);
	}
	while (chunk) {
		Chunk *dead = chunk;
		chunk = chunk->previous;
		memfree(dead);
	}
}

bool GDScriptStack::_grow(size_t p_bytes) {
	if (depth >= MAX_DEPTH) {
		return false;
	}
	const size_t header = sizeof(Chunk);
	Chunk *added = nullptr;
	size_t size = stress ? p_bytes : CHUNK_BYTES - header;
	if (p_bytes > size) {
		size = p_bytes; // One huge function gets a chunk to itself.
	} else if (!stress) {
		added = spare;
		spare = nullptr;
	}
	if (!added) {
		added = static_cast<Chunk *>(memalloc(header + size));
	}
	added->previous = chunk;
	added->saved_top = top;
	added->saved_limit = limit;
	chunk = added;
	top = reinterpret_cast<char *>(added) + header;
	// In stress mode nothing but the one frame fits, whatever the mode becomes later.
	limit = top + size;
	return true;
}

void GDScriptStack::_drop_chunk() {
	Chunk *dropped = chunk;
	const bool ordinary = size_t(limit - (reinterpret_cast<char *>(dropped) + sizeof(Chunk))) == CHUNK_BYTES - sizeof(Chunk);
	chunk = dropped->previous;
	top = dropped->saved_top;
	limit = dropped->saved_limit;
	if (ordinary && !spare && !stress) {
		spare = dropped;
	} else {
		memfree(dropped);
	}
}

Vector<ScriptLanguage::StackInfo> GDScriptStack::get_trace(int p_limit) const {
	Vector<ScriptLanguage::StackInfo> trace;
	for (const GDScriptFrame *frame = current; frame && trace.size() < p_limit; frame = frame->previous) {
		const GDScriptFunction *function = frame->function;
		ScriptLanguage::StackInfo info;
		info.file = function->path;
		info.func = function->name;
		info.line = function->get_line(int(frame->ip - function->code.ptr()));
		trace.push_back(info);
	}
	return trace;
}
