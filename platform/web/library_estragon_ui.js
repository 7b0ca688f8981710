// The JavaScript half of controls_web.cpp. A page that shows controls gives Module.estragonShow(text) and gets Module.estragonSend(text).
const EstragonControlsLibrary = {
	$EstragonControls: {
		waiting: [], // Events; they are taken between frames, never inside one.
	},

	// Whether the page shows controls.
	estragon_js_open_viewer__deps: ['$EstragonControls', '$EstragonLoop'],
	estragon_js_open_viewer: function () {
		if (!Module['estragonShow']) {
			return 0;
		}
		Module['estragonSend'] = (text) => {
			EstragonControls.waiting.push(text);
			EstragonLoop.wake();
		};
		return 1;
	},

	estragon_js_show: function (text) {
		Module['estragonShow'](UTF8ToString(text));
	},

	estragon_js_take_events__deps: ['$EstragonControls'],
	estragon_js_take_events: function () {
		for (const text of EstragonControls.waiting.splice(0)) {
			const bytes = new TextEncoder().encode(text);
			const at = _estragon_make_event_room(bytes.length); // May grow the memory, and HEAPU8 is another array then.
			HEAPU8.set(bytes, at);
			_estragon_take_event();
		}
	},
};

mergeInto(LibraryManager.library, EstragonControlsLibrary);
