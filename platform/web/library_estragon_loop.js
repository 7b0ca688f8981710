// Drives the main loop: a frame per animation frame while the page is visible, at once when something has arrived,
// 20 times a second by timer while it is hidden. Other libraries call EstragonLoop.wake() when they have news for the program.
const EstragonLoopLibrary = {
	$EstragonLoop: {
		running: false,
		frameScheduled: false,
		wakeScheduled: false,
		channel: null,

		start: function () {
			EstragonLoop.running = true;
			EstragonLoop.channel = new MessageChannel(); // Unlike timers its messages are not throttled.
			EstragonLoop.channel.port1.onmessage = () => {
				EstragonLoop.wakeScheduled = false;
				EstragonLoop.run();
			};
			EstragonLoop.schedule();
		},
		run: function () {
			if (!EstragonLoop.running) {
				return;
			}
			if (!_estragon_iteration()) {
				EstragonLoop.running = false;
				EstragonLoop.channel.port1.close();
			}
		},
		schedule: function () {
			if (!EstragonLoop.running || EstragonLoop.frameScheduled) {
				return;
			}
			EstragonLoop.frameScheduled = true;
			const frame = () => {
				EstragonLoop.frameScheduled = false;
				EstragonLoop.run();
				EstragonLoop.schedule();
			};
			if (document.hidden) {
				setTimeout(frame, 50);
			} else {
				requestAnimationFrame(frame);
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

	// Tells the page that the program has ended: Module.onEstragonExit(code).
	estragon_js_exit: function (p_code) {
		if (Module['onEstragonExit']) {
			Module['onEstragonExit'](p_code);
		}
	},
};

mergeInto(LibraryManager.library, EstragonLoopLibrary);
