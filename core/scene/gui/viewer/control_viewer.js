// ControlViewer: builds the controls of a program from the commands of its ControlStream (core/scene/gui/control_stream.h), out of plain and accessible elements,
// and says what people do there. The browser lays everything out. Texts only ever become text: nothing is parsed as HTML, and nothing names an address.
class ControlViewer {
	// root: the element that becomes the program's window. send(text): takes an event to the program.
	constructor(root, send) {
		this.root = root;
		this.send = (...event) => send(JSON.stringify(event));
		this.views = new Map(); // By the program's numbers.
		root.classList.add('estragon');
		if (!document.getElementById('estragon-style')) {
			const style = document.createElement('style');
			style.id = 'estragon-style';
			style.textContent = ControlViewer.STYLE;
			document.head.append(style);
		}
		this.observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.tellSize());
		if (this.observer) {
			this.observer.observe(root);
		}
		document.addEventListener('pointerdown', (event) => this.closePopups(event.target), true);
	}

	// commands: what ControlStream::take_commands() made, as an array.
	apply(commands) {
		this.applying = true;
		this.stale = new Set(); // Views whose children were changed.
		for (const command of commands) {
			this.attempt(() => this.run(...command));
		}
		for (const view of this.stale) {
			this.attempt(() => view.childrenChanged());
		}
		this.applying = false;
	}

	// What the browser refuses of one control is told in its console, and costs the others nothing.
	attempt(change) {
		try {
			change();
		} catch (failure) {
			reportError(failure);
		}
	}

	run(name, id, ...rest) {
		const view = this.views.get(id);
		if (name === 'reset') {
			this.reset();
		} else if (name === 'add') {
			this.add(id, ...rest);
		} else if (view && name === 'set') {
			view.set(rest[0]);
		} else if (view && name === 'order') {
			view.order(rest[0].map((child) => this.views.get(child)).filter(Boolean));
		} else if (view && name === 'remove') {
			this.remove(view);
		}
	}

	// Focus that the program need not hear of.
	focusQuietly(element) {
		const was = this.applying;
		this.applying = true;
		element.focus();
		this.applying = was;
	}

	// Changes what is in place; what has the focus there has it afterwards too, or what is where it was.
	keepFocus(place, change) {
		const focused = document.activeElement;
		const path = [];
		for (let at = focused; at !== place && place.contains(at); at = at.parentNode) {
			path.unshift([...at.parentNode.children].indexOf(at));
		}
		change();
		const now = path.reduce((at, index) => at && at.children[index], place);
		if (path.length && now && document.activeElement !== focused) {
			this.focusQuietly(now);
		}
	}

	reset() {
		for (const view of this.views.values()) {
			view.element.remove();
		}
		this.views.clear();
		this.root.replaceChildren();
		this.size = '';
		this.tellSize();
	}

	add(id, parentId, className, values) {
		const parent = this.views.get(parentId) || null;
		const make = ControlViewer.CLASSES[className] || ControlView;
		const view = new make(this, id, className, parent);
		this.views.set(id, view);
		if (parent) {
			parent.children.push(view);
			parent.addElement(view);
			this.stale.add(parent);
		}
		view.values = {};
		view.set(values);
		view.place();
	}

	remove(view) {
		this.views.delete(view.id);
		view.element.remove();
		if (view.parent) {
			view.parent.children = view.parent.children.filter((child) => child !== view);
			this.stale.add(view.parent);
		}
	}

	isEmpty() {
		return this.views.size <= 1; // The window alone.
	}

	tellSize() {
		if (!this.root.clientWidth) {
			return; // Not shown yet.
		}
		const size = [Math.max(1, Math.round(this.root.clientWidth)), Math.max(1, Math.round(this.root.clientHeight))];
		if (this.size !== size.join()) {
			this.size = size.join();
			this.send('size', ...size);
		}
	}

	closePopups(target) {
		for (const view of this.views.values()) {
			const owner = view.parent && view.parent.element;
			if (view instanceof PopupView && !view.element.hidden && !view.element.contains(target) && !(owner && owner !== this.root && owner.contains(target))) {
				this.send('close', view.id);
			}
		}
	}
}

// One control and its element. Values are as the program says; a value that is not there is at its default.
class ControlView {
	constructor(viewer, id, className, parent) {
		this.viewer = viewer;
		this.id = id;
		this.className = className;
		this.parent = parent;
		this.children = [];
		this.values = {};
		this.element = this.make();
		this.element.classList.add('e', `e-${className}`);
		this.element.id = `estragon-${id}`;
		this.element.addEventListener('focusin', (event) => {
			event.stopPropagation();
			if (!this.viewer.applying && event.target === this.getFocusElement() && !this.values.focused) {
				this.values.focused = true;
				this.send('focus');
			}
		});
	}

	make() {
		return document.createElement('div');
	}
	send(name, ...rest) {
		this.viewer.send(name, this.id, ...rest);
	}
	get(name, initial) {
		const value = this.values[name];
		return value === undefined || value === null ? initial : value;
	}
	getFocusElement() {
		return this.element;
	}
	addElement(child) {
		this.getPlace().append(child.element);
	}
	getPlace() {
		return this.element;
	}

	set(values) {
		for (const [name, value] of Object.entries(values)) {
			if (ControlView.LISTS.has(name)) {
				const [kept, added] = value || [0, []];
				const list = (this.values[name] || []).slice(0, kept).concat(added);
				this.values[name] = list;
				this.setList(name, list, kept);
			} else {
				this.values[name] = value;
			}
		}
		this.update(values);
		this.updateLook(values);
		if ('size_flags_horizontal' in values || 'size_flags_vertical' in values || 'visible' in values) {
			if (this.parent) {
				this.viewer.stale.add(this.parent);
			}
		}
		if (Object.keys(values).some((name) => ControlView.PLACING.test(name))) {
			this.place();
		}
		if ('focused' in values) {
			this.follow(values.focused);
		}
	}
	setList(_name, _list, _kept) {}
	update(_values) {} // What the class shows.
	childrenChanged() {}

	// Focus as the program has it. An element that was only just added takes it when it is there.
	follow(focused) {
		const element = this.getFocusElement();
		if (!focused) {
			if (document.activeElement === element) {
				element.blur();
			}
			return;
		}
		queueMicrotask(() => {
			if (document.activeElement !== element && this.values.focused) {
				this.viewer.focusQuietly(element);
			}
		});
	}

	order(children) {
		this.children = children;
		const place = this.getPlace();
		const focused = document.activeElement;
		for (const child of children) {
			if (child.element.parentNode === place) {
				place.append(child.element);
			}
		}
		if (focused && document.activeElement !== focused && place.contains(focused)) {
			this.viewer.focusQuietly(focused);
		}
		this.viewer.stale.add(this);
	}

	updateLook(values) {
		const element = this.element;
		const style = element.style;
		if ('visible' in values) {
			element.hidden = this.get('visible', true) === false;
		}
		if ('tooltip_text' in values) {
			element.title = this.get('tooltip_text', '');
		}
		if ('modulate' in values) {
			style.opacity = parseInt(this.get('modulate', '#ffffffff').slice(7, 9) || 'ff', 16) / 255;
		}
		if ('z_index' in values) {
			style.zIndex = this.get('z_index', '');
		}
		if ('custom_minimum_size' in values) {
			const [width, height] = this.get('custom_minimum_size', [0, 0]);
			style.minWidth = width ? `${width}px` : '';
			style.minHeight = height ? `${height}px` : '';
		}
		if ('font_size' in values) {
			style.fontSize = this.values.font_size ? `${this.values.font_size}px` : '';
		}
		if ('font_color' in values) {
			style.color = this.get('font_color', '');
		}
		if ('background' in values) {
			style.backgroundColor = this.get('background', '');
		}
		if ('clip_contents' in values) {
			style.overflow = this.values.clip_contents ? 'hidden' : '';
		}
		if ('layout_direction' in values) {
			element.dir = ['', '', 'ltr', 'rtl'][this.get('layout_direction', 0)] || '';
		}
		if ('mouse_default_cursor_shape' in values) {
			style.cursor = ['', 'text', 'pointer', 'crosshair', 'wait', 'progress', 'grabbing', 'copy', 'not-allowed', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'move', 'row-resize', 'col-resize', 'help'][this.get('mouse_default_cursor_shape', 0)] || '';
		}
		if ('mouse_filter' in values) {
			style.pointerEvents = this.get('mouse_filter', null) === null ? '' : this.values.mouse_filter === 2 ? 'none' : 'auto';
		}
		if ('rotation' in values || 'scale' in values || 'pivot_offset' in values) {
			const [x, y] = this.get('scale', [1, 1]);
			const [left, top] = this.get('pivot_offset', [0, 0]);
			style.transform = `rotate(${this.get('rotation', 0)}rad) scale(${x}, ${y})`;
			style.transformOrigin = `${left}px ${top}px`;
		}
		this.name(values);
	}
	// The name for those who do not see it: what the program says, else a label before it.
	name(values) {
		const element = this.getFocusElement();
		const said = this.get('accessibility_name', '') || this.get('tooltip_text', '');
		if (said) {
			element.setAttribute('aria-label', said);
		} else if ('accessibility_name' in values || 'tooltip_text' in values) {
			element.removeAttribute('aria-label');
		}
		if (said || !this.getKind()) {
			return;
		}
		const before = this.parent && this.parent.children[this.parent.children.indexOf(this) - 1];
		if (before instanceof LabelView && before.get('text', '')) {
			element.setAttribute('aria-labelledby', before.element.id);
		} else if (element.placeholder) {
			element.removeAttribute('aria-label');
		} else {
			element.setAttribute('aria-label', this.getKind());
		}
	}
	// The name of a control that has no text of its own, where nothing gives it a better one.
	getKind() {
		return '';
	}

	// Where it stands: as its container places it, or by anchors.
	place() {
		const style = this.element.style;
		if (!this.parent) {
			return;
		}
		if (this.parent.placeChild(this)) {
			return;
		}
		style.position = 'absolute';
		const side = (axis, first, last, extent, grow, size) => {
			const begin = this.get(`anchor_${first}`, 0);
			const end = this.get(`anchor_${last}`, 0);
			const from = this.get(`offset_${first}`, 0);
			const to = this.get(`offset_${last}`, 0);
			style[first] = style[last] = style[extent] = '';
			if (begin !== end) {
				style[first] = `calc(${begin * 100}% + ${from}px)`;
				style[last] = `calc(${(1 - end) * 100}% - ${to}px)`;
				return '0';
			}
			style[this.scrolls() ? extent : size] = `${Math.max(0, to - from, this.get('custom_minimum_size', [0, 0])[axis])}px`;
			const direction = this.get(grow, 1);
			if (direction === 0) {
				style[last] = `calc(${(1 - end) * 100}% - ${to}px)`;
				return '0';
			}
			if (direction === 2) {
				style[first] = `calc(${begin * 100}% + ${(from + to) / 2}px)`;
				return '-50%';
			}
			style[first] = `calc(${begin * 100}% + ${from}px)`;
			return '0';
		};
		const x = side(0, 'left', 'right', 'width', 'grow_horizontal', 'minWidth');
		const y = side(1, 'top', 'bottom', 'height', 'grow_vertical', 'minHeight');
		style.translate = x === '0' && y === '0' ? '' : `${x} ${y}`;
	}
	placeChild(_child) {
		return false;
	}
	scrolls() {
		return false; // What does may be smaller than what it holds.
	}
}
ControlView.LISTS = new Set(['items', 'tabs', 'rows', 'paragraphs']);
ControlView.PLACING = /^(anchor_|offset_|grow_|size_flags_|custom_minimum_size)/;
