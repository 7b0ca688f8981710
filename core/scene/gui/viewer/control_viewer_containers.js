// Containers: the browser places what is in them.
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
		const columns = Math.max(1, Math.min(this.get('columns', 1), this.children.length));
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
		this.viewer.keepFocus(this.bar, () => this.bar.replaceChildren(...tabs.map((tab, index) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.id = `${this.element.id}-tab-${index}`;
			button.setAttribute('role', 'tab');
			button.textContent = tab.text || '';
			button.disabled = Boolean(tab.disabled);
			button.hidden = Boolean(tab.hidden);
			button.onclick = () => this.send('select', index);
			return button;
		})));
	}
	update(values) {
		super.update(values);
		this.bar.hidden = this.get('tabs_visible', true) === false;
		[...this.bar.children].forEach((tab, index) => tab.setAttribute('aria-selected', String(index === this.get('current_tab', -1))));
	}
	childrenChanged() {
		this.children.forEach((child, index) => {
			child.element.setAttribute('role', 'tabpanel');
			child.element.setAttribute('aria-labelledby', `${this.element.id}-tab-${index}`);
		});
	}
}
