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
			const [name, id, ...rest] = command;
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
		for (const view of this.stale) {
			view.childrenChanged();
		}
		this.applying = false;
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
				this.viewer.applying = true;
				element.focus();
				this.viewer.applying = false;
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
			this.viewer.applying = true;
			focused.focus();
			this.viewer.applying = false;
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

const FILL = 1;
const EXPAND = 2;
const SHRINK_CENTER = 4;
const SHRINK_END = 8;
const alignment = (flags) => (flags & FILL ? 'stretch' : flags & SHRINK_CENTER ? 'center' : flags & SHRINK_END ? 'end' : 'start');

// All children in one place, each as its flags say. Margins are padding.
class ContainerView extends ControlView {
	update(values) {
		if (Object.keys(values).some((name) => name.startsWith('margin_'))) {
			this.element.style.padding = ['top', 'right', 'bottom', 'left'].map((side) => `${this.get(`margin_${side}`, 0)}px`).join(' ');
		}
	}
	placeChild(child) {
		const style = child.element.style;
		style.justifySelf = alignment(child.get('size_flags_horizontal', FILL));
		style.alignSelf = alignment(child.get('size_flags_vertical', FILL));
		return true;
	}
}

class CenterView extends ContainerView {
	placeChild(child) {
		child.element.style.placeSelf = 'center';
		return true;
	}
}

class BoxView extends ContainerView {
	isVertical() {
		return this.className.startsWith('V') || (!this.className.startsWith('H') && this.get('vertical', false));
	}
	update(values) {
		const style = this.element.style;
		style.flexDirection = this.isVertical() ? 'column' : 'row';
		style.justifyContent = ['flex-start', 'center', 'flex-end'][this.get('alignment', 0)];
		style.gap = `${this.get('separation', this.get('h_separation', 4))}px`;
		style.flexWrap = this.className.includes('Flow') ? 'wrap' : '';
		if ('vertical' in values) {
			this.children.forEach((child) => child.place());
		}
	}
	placeChild(child) {
		const style = child.element.style;
		const vertical = this.isVertical();
		const along = child.get(vertical ? 'size_flags_vertical' : 'size_flags_horizontal', FILL);
		const across = child.get(vertical ? 'size_flags_horizontal' : 'size_flags_vertical', FILL);
		const scrolls = child.scrolls();
		style.flex = along & EXPAND ? `${child.get('size_flags_stretch_ratio', 1)} ${scrolls ? 1 : 0} ${scrolls ? '0' : 'auto'}` : '0 0 auto';
		style.alignSelf = alignment(across).replace(/^(start|end)$/, 'flex-$1');
		return true;
	}
}

class GridView extends ContainerView {
	update() {
		this.element.style.gap = `${this.get('v_separation', 4)}px ${this.get('h_separation', 4)}px`;
		this.childrenChanged();
	}
	childrenChanged() {
		const columns = Math.max(1, this.get('columns', 1));
		const widths = new Array(columns).fill('auto');
		let at = 0;
		for (const child of this.children) {
			if (!child.element.hidden && child.element.parentNode === this.element) {
				const grows = child.get('size_flags_horizontal', FILL) & EXPAND;
				widths[at % columns] = grows ? 'minmax(min-content, 1fr)' : widths[at % columns];
				at++;
			}
		}
		this.element.style.gridTemplateColumns = widths.join(' ');
	}
}

class ScrollView extends ContainerView {
	scrolls() {
		return true;
	}
	update(values) {
		super.update(values);
		this.element.style.overflowX = this.get('horizontal_scroll_mode', 1) === 0 ? 'hidden' : 'auto';
		this.element.style.overflowY = this.get('vertical_scroll_mode', 1) === 0 ? 'hidden' : 'auto';
	}
}

class TabsView extends ContainerView {
	make() {
		const element = document.createElement('div');
		this.bar = document.createElement('div');
		this.bar.className = 'e-bar';
		this.bar.setAttribute('role', 'tablist');
		this.panels = document.createElement('div');
		this.panels.className = 'e-panels';
		element.append(this.bar, this.panels);
		return element;
	}
	getPlace() {
		return this.panels;
	}
	setList(_name, tabs) {
		this.bar.replaceChildren(...tabs.map((tab, index) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.setAttribute('role', 'tab');
			button.textContent = tab.text || '';
			button.disabled = Boolean(tab.disabled);
			button.hidden = Boolean(tab.hidden);
			button.onclick = () => this.send('select', index);
			return button;
		}));
	}
	update(values) {
		super.update(values);
		this.bar.hidden = this.get('tabs_visible', true) === false;
		[...this.bar.children].forEach((tab, index) => tab.setAttribute('aria-selected', String(index === this.get('current_tab', -1))));
	}
	childrenChanged() {
		this.children.forEach((child) => child.element.setAttribute('role', 'tabpanel'));
	}
}

class LabelView extends ControlView {
	update() {
		const style = this.element.style;
		const text = String(this.get('text', ''));
		const shown = this.get('visible_characters', -1);
		this.element.textContent = shown >= 0 ? [...text].slice(0, shown).join('') : text;
		style.textAlign = ['left', 'center', 'right', 'justify'][this.get('horizontal_alignment', 0)];
		style.alignContent = ['start', 'center', 'end', 'stretch'][this.get('vertical_alignment', 0)];
		style.whiteSpace = this.get('autowrap_mode', 0) ? 'pre-wrap' : 'pre';
		style.overflowWrap = this.get('autowrap_mode', 0) === 1 ? 'anywhere' : '';
		style.textTransform = this.get('uppercase', false) ? 'uppercase' : '';
		const trims = this.get('text_overrun_behavior', 0) > 0;
		style.overflow = trims || this.get('clip_text', false) ? 'hidden' : '';
		style.textOverflow = trims ? 'ellipsis' : '';
	}
}

class RichTextView extends ControlView {
	scrolls() {
		return !this.get('fit_content', false);
	}
	make() {
		const element = document.createElement('div');
		element.tabIndex = 0; // The keyboard scrolls it.
		element.setAttribute('role', 'log');
		return element;
	}
	// Paragraphs that stayed keep their elements: a chat of thousands of lines grows by one.
	setList(_name, paragraphs, kept) {
		const element = this.element;
		const follows = this.get('scroll_following', false) || element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
		while (element.childElementCount > kept) {
			element.lastChild.remove();
		}
		for (let i = kept; i < paragraphs.length; i++) {
			element.append(this.makeParagraph(paragraphs[i], i));
		}
		if (follows) {
			element.scrollTop = element.scrollHeight;
		}
	}
	makeParagraph(paragraph, index) {
		const line = document.createElement('div');
		line.style.textAlign = ['', 'left', 'center', 'right', 'justify'][paragraph.align || 0] || '';
		(paragraph.runs || []).forEach((run, place) => {
			const span = document.createElement('span');
			span.textContent = run.text;
			span.className = ['bold', 'italic', 'mono', 'underlined', 'struck'].filter((mark) => run[mark]).map((mark) => `e-${mark}`).join(' ');
			span.style.color = run.color || '';
			span.style.backgroundColor = run.background || '';
			span.style.fontSize = run.size ? `${Number(run.size)}px` : '';
			span.title = run.hint || '';
			if (run.link) {
				span.classList.add('e-link');
				span.setAttribute('role', 'link');
				span.tabIndex = 0;
				span.onclick = () => this.send('link', index, place);
				span.onkeydown = (event) => event.key === 'Enter' && this.send('link', index, place);
			}
			line.append(span);
		});
		if (!line.childElementCount) {
			line.append(document.createElement('br'));
		}
		return line;
	}
	update() {
		this.element.style.overflow = this.get('fit_content', false) ? 'visible' : 'auto';
	}
}

class ButtonView extends ControlView {
	make() {
		const element = document.createElement('button');
		element.type = 'button';
		this.icon = document.createElement('img');
		this.icon.alt = '';
		this.icon.hidden = true;
		this.text = document.createElement('span');
		element.append(this.icon, this.text);
		element.onclick = () => this.send('press');
		return element;
	}
	update(values) {
		const element = this.element;
		this.text.textContent = this.get('text', '');
		if ('icon' in values) {
			this.icon.src = picture(this.get('icon', ''));
			this.icon.hidden = !this.icon.getAttribute('src');
		}
		element.disabled = this.get('disabled', false);
		element.tabIndex = this.get('focus_mode', 2) === 0 ? -1 : 0;
		element.classList.toggle('e-flat', this.get('flat', false));
		element.style.textAlign = ['left', 'center', 'right'][this.get('alignment', 1)];
		if ('toggle_mode' in values || 'button_pressed' in values) {
			if (this.get('toggle_mode', false)) {
				element.setAttribute('aria-pressed', String(this.get('button_pressed', false)));
			} else {
				element.removeAttribute('aria-pressed');
			}
		}
	}
}

class LinkButtonView extends ButtonView {
	make() {
		const element = super.make();
		element.setAttribute('role', 'link');
		return element;
	}
}

class CheckView extends ControlView {
	make() {
		const element = document.createElement('label');
		this.input = document.createElement('input');
		this.input.type = 'checkbox';
		this.text = document.createElement('span');
		element.append(this.input, this.text);
		if (this.className === 'CheckButton') {
			this.input.setAttribute('role', 'switch');
		}
		// The program decides what a press does.
		this.input.onclick = (event) => {
			event.preventDefault();
			this.send('press');
		};
		return element;
	}
	getFocusElement() {
		return this.input;
	}
	update() {
		this.text.textContent = this.get('text', '');
		this.input.disabled = this.get('disabled', false);
		const pressed = this.get('button_pressed', false);
		// A click that is being handled would take its change back after a change made here.
		setTimeout(() => { this.input.checked = pressed; });
	}
}

class OptionView extends ControlView {
	make() {
		const element = document.createElement('select');
		element.onchange = () => {
			const index = element.selectedIndex;
			element.selectedIndex = this.get('selected', -1);
			this.send('select', index);
		};
		return element;
	}
	addElement() {} // Its menu is the browser's.
	setList(_name, items) {
		this.element.replaceChildren(...items.map((item) => {
			const option = document.createElement('option');
			option.textContent = item.separator ? '──────' : item.text || '';
			option.disabled = Boolean(item.disabled || item.separator);
			option.title = item.tooltip || '';
			return option;
		}));
	}
	update() {
		this.element.selectedIndex = this.get('selected', -1);
		this.element.disabled = this.get('disabled', false);
	}
}

const points = (text) => [...text].length; // The program counts characters, the browser halves of some.

class LineView extends ControlView {
	make() {
		const element = document.createElement('input');
		element.type = 'text';
		element.size = 1; // As narrow as its least width; containers make it wider.
		element.autocomplete = 'off';
		this.edits = 0;
		element.oninput = () => this.send('edit', element.value, points(element.value.slice(0, element.selectionStart)), ++this.edits);
		element.onkeydown = (event) => {
			if (event.key === 'Enter' && !event.isComposing) {
				event.preventDefault();
				this.send('submit');
			}
		};
		return element;
	}
	addElement() {}
	update(values) {
		const element = this.element;
		if ('text' in values && this.get('edits', 0) >= this.edits && element.value !== this.get('text', '')) {
			element.value = this.get('text', '');
		}
		element.placeholder = this.get('placeholder_text', '');
		element.readOnly = this.get('editable', true) === false;
		element.type = this.get('secret', false) ? 'password' : 'text';
		if (this.get('max_length', 0) > 0) {
			element.maxLength = this.get('max_length', 0);
		} else {
			element.removeAttribute('maxlength');
		}
		element.inputMode = ['', '', 'numeric', 'decimal', 'tel', 'email', '', 'url'][this.get('virtual_keyboard_type', 0)] || '';
		element.style.textAlign = ['left', 'center', 'right', 'justify'][this.get('alignment', 0)];
	}
	name(values) {
		super.name(values);
		const before = this.parent && this.parent.children[this.parent.children.indexOf(this) - 1];
		if (!this.element.getAttribute('aria-label') && !this.element.placeholder && before instanceof LabelView) {
			this.element.setAttribute('aria-labelledby', before.element.id);
		}
	}
}

class TextView extends LineView {
	make() {
		const element = document.createElement('textarea');
		this.edits = 0;
		element.oninput = () => {
			const lines = element.value.slice(0, element.selectionStart).split('\n');
			this.send('edit', element.value, lines.length - 1, points(lines[lines.length - 1]), ++this.edits);
		};
		return element;
	}
	update(values) {
		const element = this.element;
		if ('text' in values && this.get('edits', 0) >= this.edits && element.value !== this.get('text', '')) {
			element.value = this.get('text', '');
		}
		element.placeholder = this.get('placeholder_text', '');
		element.readOnly = this.get('editable', true) === false;
		element.wrap = this.get('wrap_mode', 0) ? 'soft' : 'off';
	}
}

class RangeView extends LineView {
	make() {
		const element = document.createElement('input');
		element.type = 'range';
		element.oninput = () => this.send('value', element.valueAsNumber);
		return element;
	}
	update() {
		const element = this.element;
		element.min = this.get('min_value', 0);
		element.max = this.get('max_value', 100);
		element.step = this.get('step', this.className === 'SpinBox' || this.className.endsWith('Slider') ? 1 : 0.01) || 'any';
		element.value = this.get('value', 0);
		element.disabled = this.get('editable', true) === false;
	}
}

class SpinView extends RangeView {
	make() {
		const element = document.createElement('span');
		this.prefix = document.createElement('span');
		this.suffix = document.createElement('span');
		this.input = document.createElement('input');
		this.input.type = 'number';
		this.input.onchange = () => Number.isFinite(this.input.valueAsNumber) && this.send('value', this.input.valueAsNumber);
		element.append(this.prefix, this.input, this.suffix);
		return element;
	}
	getFocusElement() {
		return this.input;
	}
	update() {
		this.prefix.textContent = this.get('prefix', '');
		this.suffix.textContent = this.get('suffix', '');
		this.input.min = this.get('min_value', 0);
		this.input.max = this.get('max_value', 100);
		this.input.step = this.get('step', 1) || 'any';
		this.input.value = this.get('value', 0);
		this.input.disabled = this.get('editable', true) === false;
	}
	name(values) {
		ControlView.prototype.name.call(this, values);
		const before = this.parent && this.parent.children[this.parent.children.indexOf(this) - 1];
		if (!this.input.getAttribute('aria-label') && before instanceof LabelView) {
			this.input.setAttribute('aria-labelledby', before.element.id);
		}
	}
}

class ProgressView extends ControlView {
	make() {
		const element = document.createElement('div');
		this.bar = document.createElement('progress');
		this.text = document.createElement('span');
		element.append(this.bar, this.text);
		return element;
	}
	getFocusElement() {
		return this.bar;
	}
	update() {
		const least = this.get('min_value', 0);
		const extent = this.get('max_value', 100) - least || 1;
		const share = Math.min(1, Math.max(0, (this.get('value', 0) - least) / extent));
		if (this.get('indeterminate', false)) {
			this.bar.removeAttribute('value');
		} else {
			this.bar.value = share;
		}
		this.text.textContent = this.get('show_percentage', true) && !this.get('indeterminate', false) ? `${Math.round(share * 100)}%` : '';
	}
}

class ListView extends ControlView {
	scrolls() {
		return true;
	}
	make() {
		const element = document.createElement('ul');
		element.setAttribute('role', 'listbox');
		element.tabIndex = 0;
		element.onkeydown = (event) => {
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			const items = this.get('items', []);
			const at = items.findIndex((item) => item.selected);
			if (step && items.length) {
				event.preventDefault();
				this.send('select', Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + step)));
			} else if (event.key === 'Enter' && at >= 0) {
				this.send('activate', at);
			}
		};
		return element;
	}
	addElement() {}
	setList(_name, items, kept) {
		while (this.element.childElementCount > kept) {
			this.element.lastChild.remove();
		}
		items.slice(kept).forEach((item, offset) => {
			const index = kept + offset;
			const option = document.createElement('li');
			option.setAttribute('role', 'option');
			option.setAttribute('aria-selected', String(Boolean(item.selected)));
			option.setAttribute('aria-disabled', String(Boolean(item.disabled)));
			option.textContent = item.text || '';
			option.title = item.tooltip || '';
			option.onclick = (event) => this.send('select', index, event.ctrlKey || event.metaKey);
			option.ondblclick = () => this.send('activate', index);
			this.element.append(option);
		});
	}
	update() {
		this.element.setAttribute('aria-multiselectable', String(this.get('select_mode', 0) !== 0));
	}
}

class TreeView extends ControlView {
	scrolls() {
		return true;
	}
	make() {
		const element = document.createElement('div');
		this.table = document.createElement('table');
		this.table.setAttribute('role', 'treegrid');
		this.head = this.table.createTHead();
		this.body = this.table.createTBody();
		element.append(this.table);
		element.tabIndex = 0;
		return element;
	}
	addElement() {}
	setList(_name, rows, kept) {
		while (this.body.rows.length > kept) {
			this.body.lastChild.remove();
		}
		rows.slice(kept).forEach((row, offset) => this.body.append(this.makeRow(row, kept + offset)));
	}
	makeRow(row, index) {
		const line = document.createElement('tr');
		line.setAttribute('aria-level', String((row.level || 0) + 1));
		(row.cells || []).forEach((cell, column) => {
			const place = document.createElement('td');
			if (column === 0) {
				place.style.paddingInlineStart = `${(row.level || 0) + 0.25}em`;
				if (row.parent) {
					const fold = document.createElement('button');
					fold.type = 'button';
					fold.textContent = row.collapsed ? '▸' : '▾';
					fold.setAttribute('aria-label', row.collapsed ? 'Unfold' : 'Fold');
					fold.onclick = () => this.send('fold', index, !row.collapsed);
					line.setAttribute('aria-expanded', String(!row.collapsed));
					place.append(fold);
				}
			}
			if (cell.check) {
				const check = document.createElement('input');
				check.type = 'checkbox';
				check.checked = Boolean(cell.checked);
				check.disabled = !cell.editable;
				check.setAttribute('aria-label', cell.text || '');
				check.onclick = () => this.send('check', index, column, check.checked);
				place.append(check);
			}
			const text = document.createElement('span');
			text.textContent = cell.text || '';
			place.append(text);
			place.title = cell.tooltip || '';
			place.setAttribute('role', 'gridcell');
			place.setAttribute('aria-selected', String(Boolean(cell.selected)));
			text.onclick = () => this.send('cell', index, column);
			line.append(place);
		});
		return line;
	}
	update() {
		this.head.replaceChildren();
		if (this.get('column_titles_visible', false)) {
			const line = this.head.insertRow();
			for (const title of this.get('titles', [])) {
				const cell = document.createElement('th');
				cell.textContent = title;
				line.append(cell);
			}
		}
	}
}

class ColorView extends ControlView {
	update() {
		this.element.style.backgroundColor = this.get('color', '#ffffffff');
	}
}

// Pictures come with their bytes; nothing else is taken for one.
const picture = (value) => (/^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/.test(value) ? value : '');

class PictureView extends ControlView {
	make() {
		const element = document.createElement('div');
		this.image = document.createElement('img');
		this.image.alt = '';
		element.append(this.image);
		return element;
	}
	update(values) {
		const image = this.image;
		if ('texture' in values) {
			image.src = picture(this.get('texture', ''));
			image.hidden = !image.getAttribute('src');
		}
		image.alt = this.get('tooltip_text', '');
		const stretches = this.get('stretch_mode', 0);
		const keeps = this.get('expand_mode', 0) === 0;
		image.style.objectFit = ['fill', 'none', 'none', 'none', 'contain', 'contain', 'cover'][stretches];
		image.style.objectPosition = stretches === 2 || stretches === 4 ? '0 0' : '';
		image.style.position = keeps ? '' : 'absolute'; // Of a size of its own, or none.
		image.style.transform = `scale(${this.get('flip_h', false) ? -1 : 1}, ${this.get('flip_v', false) ? -1 : 1})`;
	}
}

class SeparatorView extends ControlView {
	make() {
		const element = document.createElement('div');
		element.setAttribute('role', 'separator');
		element.setAttribute('aria-orientation', this.className === 'VSeparator' ? 'vertical' : 'horizontal');
		return element;
	}
}

// The root window is the place that the page gives; others are dialogs above it.
class WindowView extends ControlView {
	make() {
		if (!this.parent) {
			const element = document.createElement('div');
			element.className = 'e-root';
			this.viewer.root.append(element);
			return element;
		}
		const element = document.createElement('dialog');
		this.title = document.createElement('h2');
		this.content = document.createElement('div');
		this.content.className = 'e-content';
		element.append(this.title, this.content);
		element.addEventListener('cancel', (event) => {
			event.preventDefault();
			this.send('close');
		});
		return element;
	}
	addElement(child) {
		if (child instanceof WindowView) {
			this.viewer.root.append(child.element);
		} else {
			this.getPlace().append(child.element);
		}
	}
	getPlace() {
		return this.content || this.element;
	}
	updateLook(values) {
		if (!this.parent || !(this.element instanceof HTMLDialogElement)) {
			return;
		}
		if ('title' in values) {
			this.title.textContent = this.get('title', this.className === 'AcceptDialog' ? 'Alert!' : '');
			this.element.setAttribute('aria-labelledby', `${this.element.id}-title`);
			this.title.id = `${this.element.id}-title`;
		}
		const visible = this.get('visible', this.className === 'Window');
		if (visible && !this.element.open) {
			queueMicrotask(() => {
				if (this.element.isConnected && !this.element.open) {
					this.element[this.className === 'Window' ? 'show' : 'showModal']();
				}
			});
		} else if (!visible && this.element.open) {
			this.element.close();
		}
	}
	place() {}
	placeChild(child) {
		if (!this.parent || child instanceof WindowView) {
			return false;
		}
		child.element.style.position = 'relative';
		return true;
	}
}

class PopupView extends WindowView {
	make() {
		const element = document.createElement('div');
		element.hidden = true;
		element.addEventListener('keydown', (event) => event.key === 'Escape' && this.send('close'));
		return element;
	}
	updateLook() {
		const owner = this.parent.parent ? this.parent.element.getBoundingClientRect() : null;
		const element = this.element;
		if (element.parentNode !== this.viewer.root) {
			this.viewer.root.append(element);
		}
		element.hidden = !this.get('visible', false);
		if (owner) {
			element.style.left = `${owner.left}px`;
			element.style.top = `${owner.bottom}px`;
		}
	}
}

class MenuView extends PopupView {
	make() {
		const element = super.make();
		element.setAttribute('role', 'menu');
		return element;
	}
	addElement(child) {
		this.viewer.root.append(child.element);
	}
	setList(_name, items) {
		this.element.replaceChildren(...items.map((item, index) => {
			if (item.separator) {
				const line = document.createElement('hr');
				return line;
			}
			const button = document.createElement('button');
			button.type = 'button';
			button.setAttribute('role', item.check === 'radio' ? 'menuitemradio' : item.check ? 'menuitemcheckbox' : 'menuitem');
			if (item.check) {
				button.setAttribute('aria-checked', String(Boolean(item.checked)));
			}
			button.textContent = item.text || '';
			button.title = item.tooltip || '';
			button.disabled = Boolean(item.disabled);
			button.onclick = () => this.send('select', index);
			return button;
		}));
	}
	updateLook(values) {
		const was = this.element.hidden;
		super.updateLook(values);
		if (was && !this.element.hidden) {
			const first = this.element.querySelector('button:not(:disabled)');
			if (first) {
				first.focus();
			}
		}
	}
}

class HiddenView extends ControlView {
	updateLook() {
		this.element.hidden = true;
	}
}

ControlViewer.CLASSES = {
	AcceptDialog: WindowView, BaseButton: ButtonView, BoxContainer: BoxView, Button: ButtonView, CenterContainer: CenterView, CheckBox: CheckView, CheckButton: CheckView,
	ColorRect: ColorView, Container: ContainerView, FlowContainer: BoxView, GridContainer: GridView, HBoxContainer: BoxView, HFlowContainer: BoxView, HSeparator: SeparatorView,
	HSlider: RangeView, HSplitContainer: BoxView, ItemList: ListView, Label: LabelView, LineEdit: LineView, LinkButton: LinkButtonView, MarginContainer: ContainerView,
	MenuButton: ButtonView, OptionButton: OptionView, PanelContainer: ContainerView, Popup: PopupView, PopupMenu: MenuView, ProgressBar: ProgressView, Range: HiddenView,
	RichTextLabel: RichTextView, ScrollBar: HiddenView, ScrollContainer: ScrollView, Slider: RangeView, SpinBox: SpinView, TabContainer: TabsView, TextureRect: PictureView, TextEdit: TextView,
	Tree: TreeView, VBoxContainer: BoxView, VFlowContainer: BoxView, VSeparator: SeparatorView, VSlider: RangeView, VSplitContainer: BoxView, Window: WindowView,
};

ControlViewer.STYLE = `
.estragon { position: fixed; inset: 0; overflow: hidden; font: 16px/1.4 system-ui, sans-serif; color: #e8f2dc; background: #1f2a24; }
.estragon .e-root { position: absolute; inset: 0; }
.estragon [hidden] { display: none !important; }
.e { box-sizing: border-box; font: inherit; color: inherit; }
.e-Control { position: relative; }
.e { pointer-events: auto; } .e-Label { pointer-events: none; } .e-Label[title]:not([title='']) { pointer-events: auto; }
.e-HBoxContainer, .e-VBoxContainer, .e-BoxContainer, .e-HFlowContainer, .e-VFlowContainer, .e-FlowContainer, .e-HSplitContainer, .e-VSplitContainer { display: flex; min-height: 0; }
.e-Container, .e-MarginContainer, .e-CenterContainer, .e-PanelContainer, .e-ScrollContainer, .e-TabContainer > .e-panels { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-height: 0; }
.e-Container > .e, .e-MarginContainer > .e, .e-CenterContainer > .e, .e-PanelContainer > .e, .e-ScrollContainer > .e, .e-panels > .e { grid-area: 1 / 1; }
.e-ScrollContainer { grid-template: auto / auto; }
.e-GridContainer { display: grid; }
.e-TabContainer { display: flex; flex-direction: column; min-height: 0; }
.e-TabContainer > .e-panels { flex: 1; }
.e-bar { display: flex; gap: 2px; }
.e-bar > [aria-selected=true] { background: #466b52; }
.e-RichTextLabel { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.4em; margin: 0; }
.e-bold { font-weight: bold; } .e-italic { font-style: italic; } .e-mono { font-family: ui-monospace, monospace; }
.e-underlined { text-decoration: underline; } .e-struck { text-decoration: line-through; } .e-underlined.e-struck { text-decoration: underline line-through; }
.e-link, .e-LinkButton { color: #9fd0ff; text-decoration: underline; cursor: pointer; background: none; border: 0; }
.estragon button, .estragon select, .estragon input, .estragon textarea { font: inherit; color: inherit; background-color: #2d3d34; border: 1px solid #5b7a67; border-radius: 4px; padding: 0.25em 0.6em; }
.estragon button.e-flat, .estragon button.e-LinkButton { background: none; border-color: transparent; }
.estragon button { cursor: pointer; } .estragon :disabled { opacity: 0.5; cursor: default; }
.estragon button[aria-pressed=true] { background: #466b52; }
.estragon :focus-visible { outline: 2px solid #9fd0ff; outline-offset: 1px; }
.estragon input[type=range], .estragon input[type=checkbox] { padding: 0; }
.e-CheckBox, .e-CheckButton { display: inline-flex; align-items: center; gap: 0.4em; }
.e-VSlider { writing-mode: vertical-lr; direction: rtl; }
.e-LineEdit, .e-OptionButton { min-width: 4em; }
.e-TextEdit { resize: none; min-height: 3em; }
.e-SpinBox { display: inline-flex; align-items: center; gap: 0.25em; } .e-SpinBox > input { flex: 1; min-width: 4em; }
.e-ProgressBar { display: flex; align-items: center; gap: 0.5em; } .e-ProgressBar > progress { flex: 1; }
.e-ItemList, .e-Tree { margin: 0; padding: 0; list-style: none; overflow: auto; background: #26332c; border-radius: 4px; min-height: 2em; }
.e-ItemList > li { padding: 0.15em 0.5em; cursor: pointer; } .e-ItemList > [aria-disabled=true] { opacity: 0.5; }
.e-ItemList > [aria-selected=true], .e-Tree [aria-selected=true] { background: #466b52; }
.e-Tree table { border-collapse: collapse; width: 100%; } .e-Tree td button { border: 0; background: none; padding: 0 0.25em; }
.e-PanelContainer, .e-Panel { background: #26332c; border-radius: 4px; }
.e-TextureRect { position: relative; overflow: hidden; } .e-TextureRect > img { display: block; inset: 0; width: 100%; height: 100%; }
.e-Button > img { vertical-align: middle; max-height: 1.4em; margin-inline-end: 0.4em; }
.e-HSeparator { border-top: 1px solid #5b7a67; } .e-VSeparator { border-left: 1px solid #5b7a67; }
dialog.e { color: inherit; background: #2d3d34; border: 1px solid #5b7a67; border-radius: 8px; max-width: 90vw; }
dialog.e::backdrop { background: rgb(0 0 0 / 50%); }
dialog.e > h2 { font-size: 1.1em; margin: 0 0 0.5em; }
dialog.e > .e-content { position: relative; display: flex; flex-direction: column; gap: 0.5em; min-width: 12em; }
dialog.e > .e-content > .e { position: relative !important; inset: auto !important; translate: none !important; }
dialog.e > .e-content > button.e { order: 1; }
.e-Popup, .e-PopupMenu { position: fixed; z-index: 1000; display: flex; flex-direction: column; background: #2d3d34; border: 1px solid #5b7a67; border-radius: 4px; padding: 0.25em; }
.e-PopupMenu > button { border: 0; text-align: start; background: none; } .e-PopupMenu > button[aria-checked=true]::before { content: '✓ '; }
.e-PopupMenu > button:hover { background: #466b52; } .e-PopupMenu > hr { width: 100%; margin: 0.2em 0; }
`;
