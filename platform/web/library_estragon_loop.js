// Drives the main loop: a frame per animation frame while the page is visible, at once when something has arrived,
// 20 times a second while it is hidden. Other libraries call EstragonLoop.wake() when they have news for the program.
const EstragonLoopLibrary = {
	$EstragonLoop: {
		running: false,
		frameScheduled: false,
		wakeScheduled: false,
		channel: null,
		animation: 0,
		facts: null, // Between fetching and taking them.
		ticker: null, // While the page is hidden.

		start: function () {
			EstragonLoop.running = true;
			EstragonLoop.channel = new MessageChannel(); // Unlike timers its messages are not throttled.
			EstragonLoop.channel.port1.onmessage = () => {
				EstragonLoop.wakeScheduled = false;
				EstragonLoop.run();
			};
			document.addEventListener('visibilitychange', EstragonLoop.changeVisibility);
			EstragonLoop.schedule();
		},
		run: function () {
			if (!EstragonLoop.running) {
				return;
			}
			if (!_estragon_iteration()) {
				EstragonLoop.running = false;
				EstragonLoop.channel.port1.close();
				EstragonLoop.stopTicker();
				document.removeEventListener('visibilitychange', EstragonLoop.changeVisibility);
			}
		},
		schedule: function () {
			if (!EstragonLoop.running || EstragonLoop.frameScheduled) {
				return;
			}
			if (document.hidden) {
				EstragonLoop.startTicker();
				return;
			}
			EstragonLoop.frameScheduled = true;
			EstragonLoop.animation = requestAnimationFrame(() => {
				EstragonLoop.frameScheduled = false;
				EstragonLoop.run();
				EstragonLoop.schedule();
			});
		},
		// The animation frame that was asked for would come when the page is seen again.
		changeVisibility: function () {
			if (EstragonLoop.frameScheduled) {
				cancelAnimationFrame(EstragonLoop.animation);
				EstragonLoop.frameScheduled = false;
			}
			EstragonLoop.stopTicker();
			EstragonLoop.run();
			EstragonLoop.schedule();
		},
		// Timers of hidden pages are throttled, those of workers are not. Where no worker may be made, once a second must do.
		startTicker: function () {
			if (EstragonLoop.ticker) {
				return;
			}
			try {
				const url = URL.createObjectURL(new Blob(['setInterval(() => postMessage(0), 50);'], { type: 'text/javascript' }));
				const worker = new Worker(url);
				worker.onmessage = EstragonLoop.run;
				EstragonLoop.ticker = { stop: () => worker.terminate() };
				URL.revokeObjectURL(url);
			} catch (forbidden) {
				const timer = setInterval(EstragonLoop.run, 50);
				EstragonLoop.ticker = { stop: () => clearInterval(timer) };
			}
		},
		stopTicker: function () {
			if (EstragonLoop.ticker) {
				EstragonLoop.ticker.stop();
				EstragonLoop.ticker = null;
			}
		},
		wake: function () {
			if (EstragonLoop.running && !EstragonLoop.wakeScheduled) {
				EstragonLoop.wakeScheduled = true;
				EstragonLoop.channel.port2.postMessage(null);
			}
		},
	},

	estragon_js_run_main_loop__deps: ['$EstragonLoop'],
	estragon_js_run_main_loop: function () {
		EstragonLoop.start();
	},

	// Who asks for a class needs it at once, so this waits. Module.estragonFacts: the address.
	estragon_js_fetch_facts__deps: ['$EstragonLoop'],
	estragon_js_fetch_facts: function () {
		const request = new XMLHttpRequest();
		try {
			request.open('GET', Module['estragonFacts'], false);
			request.overrideMimeType('text/plain; charset=x-user-defined'); // A letter for each byte: a request that waits gives no bytes.
			request.send();
		} catch (unreachable) {
			return 0;
		}
		EstragonLoop.facts = request.status === 200 ? Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)) : new Uint8Array(0);
		return EstragonLoop.facts.length;
	},
	estragon_js_take_facts: function (at) {
		HEAPU8.set(EstragonLoop.facts, at);
		EstragonLoop.facts = null;
	},

	// Tells the page that the program has ended: Module.onEstragonExit(code).
	estragon_js_exit: function (p_code) {
		if (Module['onEstragonExit']) {
			Module['onEstragonExit'](p_code);
		}
	},
};

mergeInto(LibraryManager.library, EstragonLoopLibrary);
