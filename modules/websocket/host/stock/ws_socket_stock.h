// Sockets from a stock tree's NetSocket. See host/ws_socket.h.
#pragma once

#include "core/io/net_socket.h"
#include "core/os/mutex.h"
#include "core/templates/hash_map.h"
#include "core/templates/local_vector.h"
#include "modules/websocket/host/ws_host.h"

class WSWatch; // Sockets have none here: a pointer to one is null.

// As core/io/net_socket.h of Estragon.
class WSSocket {
public:
	using Handle = NetSocket *;
	static constexpr Handle INVALID_HANDLE = nullptr;

	enum Type : uint8_t {
		TYPE_TCP,
		TYPE_UNIX,
	};
	enum Family : uint8_t {
		FAMILY_IPV4,
		FAMILY_IPV6,
		FAMILY_DUAL,
	};
	enum MainLoopWake : uint8_t {
		WAKES_MAIN_LOOP,
		WAKES_NOBODY,
	};

	Error open(Type p_type, Family p_family);
	void close();
	bool is_open() const { return socket.is_valid(); }
	Handle get_handle() const { return socket.ptr(); }
	const Ref<NetSocket> &get_stock_socket() const { return socket; }
	void set_wakes_main_loop(bool p_wakes) {}
	WSWatch *get_watch() const { return nullptr; }

	Error listen(const IPAddress &p_address, uint16_t p_port); // Binds first.
	Error accept(WSSocket &r_socket, IPAddress &r_address, uint16_t &r_port, MainLoopWake p_wake);
	Error connect_to_address(const IPAddress &p_address, uint16_t p_port);
	Error connect_to_path(const String &p_path);
	Error finish_connect();

	Error recv(uint8_t *p_into, int p_capacity, int &r_read);
	Error send(const uint8_t *p_data, int p_size, int &r_sent);
	Error send_chunks(const ByteChunk *p_chunks, int p_count, int64_t &r_sent);
	Error shutdown_sending() { return ERR_UNAVAILABLE; } // NetSocket cannot close one half: the other side sees the end with the whole.

	int get_unsent_bytes() const { return 0; }
	Error get_local_address(IPAddress &r_address, uint16_t &r_port) const;
	Error get_peer_address(IPAddress &r_address, uint16_t &r_port) const;
	Error set_no_delay(bool p_enabled);
	static String get_last_error_text() { return "the system refused"; }

	WSSocket() = default;
	explicit WSSocket(const Ref<NetSocket> &p_socket) :
			socket(p_socket) {}
	WSSocket(WSSocket &&p_other) { *this = static_cast<WSSocket &&>(p_other); }
	WSSocket &operator=(WSSocket &&p_other);
	WSSocket(const WSSocket &) = delete;
	WSSocket &operator=(const WSSocket &) = delete;

private:
	Ref<NetSocket> socket; // Closes when the last one lets go of it.
	NetSocket::Address peer;
};

Error ws_listen(WSSocket &r_socket, int p_port, const String &p_bind_address);

// As core/io/socket_poller.h of Estragon, level-triggered. wait() asks every socket, and does not sleep.
class WSPoller {
public:
	enum Event : uint32_t {
		EVENT_READABLE = 1,
		EVENT_WRITABLE = 2,
		EVENT_BROKEN = 4,
	};
	enum Trigger {
		TRIGGER_LEVEL,
		TRIGGER_EDGE,
	};
	struct Ready {
		void *userdata = nullptr;
		uint32_t events = 0;
	};
	using Handle = WSSocket::Handle;

	Error add(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger);
	Error modify(Handle p_handle, uint32_t p_events, void *p_userdata, Trigger p_trigger);
	void remove(Handle p_handle) { registrations.erase(p_handle); }
	Error add_poller(WSPoller *p_inner, void *p_userdata, Trigger p_trigger) { return ERR_UNAVAILABLE; }
	void remove_poller(WSPoller *p_inner) {}
	int wait(int64_t p_timeout_usec);
	const Ready *get_ready() const { return ready.ptr(); }

	static WSPoller *create();
	static WSPoller *get_main() { return nullptr; } // The main loop does not sleep on sockets.

private:
	struct Registration {
		uint32_t events = 0;
		void *userdata = nullptr;
	};
	HashMap<Handle, Registration> registrations;
	LocalVector<Ready> ready;
};

class WSWatch {
public:
	static WSWatch *allocate(uint32_t p_bits) { return nullptr; }
	static void release(WSWatch *p_watch) {}
	bool has(uint32_t p_bits) const { return true; }
	bool may(uint32_t p_bits) const { return true; }
	void set(uint32_t p_bits) {}
	void clear(uint32_t p_bits) {}
	void note_look() {}
};

inline constexpr bool WS_HOST_HAS_TURNS = false;

class WSTaker {
public:
	virtual bool take_from_network() = 0;

protected:
	~WSTaker() = default;

private:
	friend class WSTurn;
	bool is_attached = false;
};

// Takers without a watch are called in each frame of the SceneTree; so what lingers is served though nobody polls. With no SceneTree nobody
// is called.
class WSTurn {
public:
	static void announce() {}
	static void attach(WSWatch *p_watch, WSTaker *p_taker); // Any thread.
	static void detach(WSWatch *p_watch, WSTaker *p_taker);
	static void request(WSTaker *p_taker) {}

	struct Delivery {
		~Delivery() {}
		static void note_messages(int p_count) {}
	};

private:
	static void _connect();
	static void _run();

	static Mutex mutex;
	static LocalVector<WSTaker *> takers;
	static bool is_connected;
};
