// Function objects: their tables.
#include "modules/gdscript/compiler/gdscript_function.h"

#include "core/os/memory.h"

GDScriptInlineCache::~GDScriptInlineCache() {
	GDScriptInlineCacheEntry *item = entry.load(std::memory_order_relaxed);
	while (item) {
		GDScriptInlineCacheEntry *previous = item->previous;
		memdelete(item);
		item = previous;
	}
}

void GDScriptInlineCache::publish(const GDScriptInlineCacheEntry &p_entry) {
	if (entry_count.fetch_add(1, std::memory_order_relaxed) >= MAX_ENTRIES) {
		return;
	}
	GDScriptInlineCacheEntry *added = memnew(GDScriptInlineCacheEntry);
	*added = p_entry;
	GDScriptInlineCacheEntry *previous = entry.load(std::memory_order_relaxed);
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
