// The memory of a syntax tree.
#include "modules/gdscript/syntax/gdscript_ast.h"

#include "core/os/memory.h"

struct GDScriptArena::Block {
	Block *next;
	size_t used;
	size_t capacity;
	alignas(16) char bytes[1];
};

void *GDScriptArena::_allocate(size_t p_bytes) {
	constexpr size_t BLOCK_BYTES = 32 * 1024;
	const size_t bytes = (p_bytes + 15) & ~size_t(15);
	if (!blocks || blocks->used + bytes > blocks->capacity) {
		const size_t capacity = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
		Block *block = (Block *)memalloc(sizeof(Block) + capacity);
		block->next = blocks;
		block->used = 0;
		block->capacity = capacity;
		blocks = block;
	}
	void *result = blocks->bytes + blocks->used;
	blocks->used += bytes;
	return result;
}

const GDScriptType *GDScriptArena::keep(const GDScriptType &p_type) {
	for (const GDScriptType *type : types) {
		if (type->same_as(p_type) && type->origin == p_type.origin && type->is_meta_type == p_type.is_meta_type && type->is_constant == p_type.is_constant) {
			return type;
		}
	}
	GDScriptType *type = new (_allocate(sizeof(GDScriptType))) GDScriptType(p_type);
	types.push_back(type);
	return type;
}

GDScriptArena::~GDScriptArena() {
	for (GDScriptAST::Node *node = first; node;) {
		GDScriptAST::Node *next = node->next_in_arena;
		node->~Node();
		node = next;
	}
	for (GDScriptType *type : types) {
		type->~GDScriptType();
	}
	while (blocks) {
		Block *next = blocks->next;
		memfree(blocks);
		blocks = next;
	}
}
