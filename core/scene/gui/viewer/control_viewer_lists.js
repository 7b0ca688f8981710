// Lists, trees, and what is only looked at.
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
	getKind() {
		return 'List';
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
		this.table.tabIndex = 0;
		return element;
	}
	getFocusElement() {
		return this.table;
	}
	getKind() {
		return 'Tree';
	}
	addElement() {}
	setList(_name, rows, kept) {
		this.viewer.keepFocus(this.body, () => {
			while (this.body.rows.length > kept) {
				this.body.lastChild.remove();
			}
			rows.slice(kept).forEach((row, offset) => this.body.append(this.makeRow(row, kept + offset)));
		});
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

class HiddenView extends ControlView {
	updateLook() {
		this.element.hidden = true;
	}
}
