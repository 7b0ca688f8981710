// Function objects: their tables.
#include "modules/gdscript/compiler/gdscript_function.h"

#include "core/os/memory.h"
#include "modules/gdscript/compiler/gdscript_class.h"

GDScriptInlineCache::~GDScriptInlineCache() {
	GDScriptInlineCacheEntry *item = entry.load(std::memory_order_relaxed);
	while (item) {
		GDScriptInlineCacheEntry *previous = item->previous;
		memdelete(item);
		item = previous;
	}
}

const GDScriptInlineCacheEntry *GDScriptInlineCache::search(const GDScriptInlineCacheEntry *p_entry, uint64_t p_key) {
	for (int i = 0; p_entry && i < SEARCHED; i++, p_entry = p_entry->previous) {
		if (p_entry->key == p_key) {
			return p_entry;
		}
	}
	return nullptr;
}

void GDScriptInlineCache::publish(const GDScriptInlineCacheEntry &p_entry) {
	if (entry_count.load(std::memory_order_relaxed) >= MAX_ENTRIES) {
		return;
	}
	GDScriptInlineCacheEntry *previous = entry.load(std::memory_order_acquire);
	for (const GDScriptInlineCacheEntry *known = previous; known; known = known->previous) {
		if (known->key == p_entry.key && known->kind == p_entry.kind && known->target == p_entry.target) {
			return;
		}
	}
	entry_count.fetch_add(1, std::memory_order_relaxed); // Threads that race here may go past the limit by one each.
	GDScriptInlineCacheEntry *added = memnew(GDScriptInlineCacheEntry);
	*added = p_entry;
	do {
		added->previous = previous;
	} while (!entry.compare_exchange_weak(previous, added, std::memory_order_release, std::memory_order_relaxed));
}

GDScriptFunction::~GDScriptFunction() {
	for (GDScriptFunction *lambda : lambdas) {
		memdelete(lambda);
	}
	delete[] caches;
}

void GDScriptFunction::allocate_caches(int p_count) {
	delete[] caches;
	caches = p_count ? new GDScriptInlineCache[p_count] : nullptr;
	cache_count = p_count;
}

bool GDScriptFunction::fits_instances() const {
	return layout == script->get_layout();
}

int GDScriptFunction::get_line(int p_ip) const {
	int line = first_line;
	for (const Line &entry : lines) {
		if (entry.ip > p_ip) {
			break;
		}
		line = entry.line;
	}
	return line;
}
