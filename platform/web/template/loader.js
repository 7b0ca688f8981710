// The page's side of an export: fetches engine and pack with progress, and starts the program. A page makes an Engine of GODOT_CONFIG and calls
// startGame(); the names are those that pages for Godot and Redot use.
class Engine {
	// What the browser lacks, as sentences; empty: nothing.
	static getMissingFeatures() {
		const missing = [];
		if (typeof WebAssembly !== 'object') {
			missing.push('This browser cannot run WebAssembly. Please use a newer one.');
		}
		if (location.protocol === 'file:') {
			missing.push('A page from a file cannot load the program. Serve its folder with a web server and open it with http://.');
		}
		return missing;
	}

	static isWebGLAvailable() {
		return true; // Nothing is drawn with it.
	}

	// executable: the name that all files begin with; mainPack; args; fileSizes; onProgress(loaded, total), onPrint(line), onPrintError(line), onExit(code),
	// showControls.
	constructor(config) {
		this.config = Object.assign({ executable: 'index', args: [], fileSizes: {} }, config);
		this.loaded = {};
	}

	async startGame(override) {
		Object.assign(this.config, override);
		const missing = Engine.getMissingFeatures();
		if (missing.length) {
			throw new Error(missing.join('\n'));
		}
		const { executable, args, onPrint, onPrintError, onExit } = this.config;
		const pack = this.config.mainPack || `${executable}.pck`;
		const base = new URL(`${executable}.engine.js`, document.baseURI);
		const [engine, wasmBinary, packed] = await Promise.all([import(base), this.fetchBytes(`${executable}.wasm`), this.fetchBytes(pack)]);
		const show = this.makeViewer((text) => instance.estragonSend(text));
		const instance = await engine.default({
			wasmBinary,
			estragonShow: show,
			estragonFacts: new URL(`${executable}.facts`, document.baseURI).href,
			print: onPrint || console.log.bind(console),
			printErr: onPrintError || console.error.bind(console),
			onEstragonExit: onExit || (() => {}),
		});
		instance.FS.writeFile('/game.pck', packed);
		instance.callMain(['--main-pack', '/game.pck', ...args]);
		return instance;
	}

	// Shows the program's controls above the page as soon as there are any. config.showControls false: nowhere.
	makeViewer(send) {
		if (this.config.showControls === false) {
			return null;
		}
		const root = document.createElement('div');
		root.hidden = true;
		document.body.append(root);
		const viewer = new ControlViewer(root, send);
		return (text) => {
			viewer.apply(JSON.parse(text));
			root.hidden = viewer.isEmpty();
		};
	}

	async fetchBytes(name) {
		let response;
		try {
			response = await fetch(new URL(name, document.baseURI));
		} catch (failure) {
			throw new Error(`"${name}" could not be loaded: ${failure.message}. Is the network there?`);
		}
		if (!response.ok) {
			throw new Error(`"${name}" could not be loaded: the server answered ${response.status} ${response.statusText}. All files of the export must lie in one folder.`);
		}
		if (!response.body) {
			return new Uint8Array(await response.arrayBuffer());
		}
		const pieces = [];
		const reader = response.body.getReader();
		let length = 0;
		for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
			pieces.push(piece.value);
			length += piece.value.length;
			this.tellProgress(name, length);
		}
		const bytes = new Uint8Array(length);
		length = 0;
		for (const piece of pieces) {
			bytes.set(piece, length);
			length += piece.length;
		}
		return bytes;
	}

	tellProgress(name, length) {
		this.loaded[name] = length;
		if (this.config.onProgress) {
			const sum = (sizes) => Object.values(sizes).reduce((total, size) => total + size, 0);
			this.config.onProgress(sum(this.loaded), sum(this.config.fileSizes));
		}
	}
}
