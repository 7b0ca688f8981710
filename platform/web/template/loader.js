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
		const program = `${executable}.wasm`;
		const [engine, wasmBinary, packed] = await Promise.all([this.importEngine(`${executable}.engine.js`), this.fetchBytes(program, '\0asm'), this.fetchBytes(pack)]);
		const show = this.makeViewer((text) => instance.estragonSend(text));
		const instance = await engine.default({
			wasmBinary,
			locateFile: (name) => name, // Nothing is looked for: the program is given.
			estragonShow: show,
			estragonFacts: Engine.locate(`${executable}.facts`).href,
			print: onPrint || console.log.bind(console),
			printErr: onPrintError || console.error.bind(console),
			onEstragonExit: onExit || (() => {}),
		}).catch((failure) => {
			throw Engine.damaged(program, failure.message);
		});
		instance.FS.writeFile('/game.pck', packed);
		if (instance.callMain(['--main-pack', '/game.pck', ...args])) {
			throw new Error(`The engine could not start what is in "${pack}"; its messages say why.`);
		}
		return instance;
	}

	// Names are names: what means something in an address means nothing in them, except that / parts folders.
	static locate(name) {
		return new URL(name.split('/').map(encodeURIComponent).join('/'), document.baseURI);
	}

	static damaged(name, reason) {
		return new Error(`"${name}" is damaged or not what the export made (${reason}). Put all files of one export on the server again.`);
	}

	// A module, whatever type the server says it has.
	async importEngine(name) {
		const address = URL.createObjectURL(new Blob([await this.fetchBytes(name)], { type: 'text/javascript' }));
		try {
			return await import(address);
		} catch (failure) {
			throw Engine.damaged(name, failure.message);
		} finally {
			URL.revokeObjectURL(address);
		}
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

	// The file, if it is all there; begin: what such files begin with.
	async fetchBytes(name, begin = '') {
		let response;
		let bytes;
		try {
			response = await fetch(Engine.locate(name));
			bytes = response.ok ? await this.readBody(name, response) : null;
		} catch (failure) {
			throw new Error(`"${name}" could not be loaded: ${failure.message}. Is the network there?`);
		}
		if (!bytes) {
			throw new Error(`"${name}" could not be loaded: the server answered ${response.status} ${response.statusText}. All files of the export must lie in one folder.`);
		}
		const size = this.config.fileSizes[name] || 1;
		if (bytes.length < size) {
			throw Engine.damaged(name, `it has ${bytes.length} bytes instead of ${size}`);
		}
		if (String.fromCharCode(...bytes.subarray(0, begin.length)) !== begin) {
			throw Engine.damaged(name, 'it begins as a file of another kind');
		}
		return bytes;
	}

	async readBody(name, response) {
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
