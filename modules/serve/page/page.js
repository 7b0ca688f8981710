// Connects the viewer of this page with the program that serves it.
(() => {
	const TAKEN_OVER = 4001;
	const WAIT = 1000; // Milliseconds between attempts.
	const state = document.getElementById('state');
	let socket = null;
	const viewer = new ControlViewer(document.getElementById('program'), (text) => {
		if (socket && socket.readyState === WebSocket.OPEN) {
			socket.send(text);
		}
	});
	const say = (text) => {
		state.textContent = text;
		state.hidden = !text;
	};
	const connect = () => {
		socket = new WebSocket(new URL('events', location.href.replace(/^http/, 'ws')));
		socket.onmessage = (event) => {
			say('');
			viewer.apply(JSON.parse(event.data));
		};
		socket.onclose = (event) => {
			if (event.code === TAKEN_OVER) {
				say('The program is shown in another page. Reload this one to show it here.');
				return;
			}
			say('The program does not answer; it may have ended.');
			setTimeout(connect, WAIT);
		};
	};
	connect();
})();
