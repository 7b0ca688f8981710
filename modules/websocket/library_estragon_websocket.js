// The JavaScript half of emws_peer.cpp: browser WebSockets by number. Linked with --js-library.
const EstragonWebSocketLibrary = {
	$EstragonWebSocket: {
		sockets: {}, // By handle. A plain object: Emscripten cannot write a Map into its output.
		next: 1,
		write: function (peer, bytes) {
			const at = _estragon_ws_make_room(peer, bytes.length); // May grow the memory, and HEAPU8 is another array then.
			HEAPU8.set(bytes, at);
		},
		// After release() nothing of a socket may reach its peer, which is gone.
		forget: function (socket) {
			socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
		},
	},

	estragon_ws_open__deps: ['$EstragonWebSocket', '$EstragonLoop'],
	estragon_ws_open: function (peer, url, protocols) {
		const names = UTF8ToString(protocols);
		let socket;
		try {
			socket = new WebSocket(UTF8ToString(url), names ? names.split(',') : []);
		} catch (refused) {
			return -1;
		}
		const encoder = new TextEncoder();
		socket.binaryType = 'arraybuffer';
		socket.onopen = function () {
			EstragonWebSocket.write(peer, encoder.encode(socket.protocol));
			_estragon_ws_on_open(peer);
			EstragonLoop.wake();
		};
		socket.onmessage = function (event) {
			const isText = typeof event.data === 'string';
			EstragonWebSocket.write(peer, isText ? encoder.encode(event.data) : new Uint8Array(event.data));
			_estragon_ws_on_message(peer, isText ? 1 : 0);
			EstragonLoop.wake();
		};
		socket.onclose = function (event) {
			EstragonWebSocket.write(peer, encoder.encode(event.reason));
			_estragon_ws_on_close(peer, event.code);
			EstragonLoop.wake();
		};
		const handle = EstragonWebSocket.next++;
		EstragonWebSocket.sockets[handle] = socket;
		return handle;
	},

	estragon_ws_is_page_secure: function () {
		return location.protocol === 'https:' ? 1 : 0;
	},

	estragon_ws_is_online: function () {
		return navigator.onLine === false ? 0 : 1;
	},

	estragon_ws_send__deps: ['$EstragonWebSocket'],
	estragon_ws_send: function (handle, data, size, isText) {
		const socket = EstragonWebSocket.sockets[handle];
		if (!socket || socket.readyState !== WebSocket.OPEN) {
			return 1;
		}
		const bytes = HEAPU8.slice(data, data + size);
		socket.send(isText ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : bytes);
		return 0;
	},

	estragon_ws_close__deps: ['$EstragonWebSocket'],
	estragon_ws_close: function (handle, code, reason) {
		const socket = EstragonWebSocket.sockets[handle];
		if (!socket) {
			return;
		}
		if (code) {
			socket.close(code, UTF8ToString(reason));
		} else {
			socket.close();
		}
	},

	estragon_ws_get_buffered_amount__deps: ['$EstragonWebSocket'],
	estragon_ws_get_buffered_amount: function (handle) {
		const socket = EstragonWebSocket.sockets[handle];
		return socket ? socket.bufferedAmount : 0;
	},

	estragon_ws_is_compressing__deps: ['$EstragonWebSocket'],
	estragon_ws_is_compressing: function (handle) {
		const socket = EstragonWebSocket.sockets[handle];
		return socket && socket.extensions.startsWith('permessage-deflate') ? 1 : 0;
	},

	estragon_ws_release__deps: ['$EstragonWebSocket'],
	estragon_ws_release: function (handle) {
		const socket = EstragonWebSocket.sockets[handle];
		if (socket) {
			EstragonWebSocket.forget(socket);
			socket.close();
			delete EstragonWebSocket.sockets[handle];
		}
	},
};

mergeInto(LibraryManager.library, EstragonWebSocketLibrary);
