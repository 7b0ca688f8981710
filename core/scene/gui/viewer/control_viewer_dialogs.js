// Windows and popups.
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
					// Above a dialog nothing can be used but what is opened as one.
					const isModal = this.className !== 'Window' || this.viewer.root.querySelector('dialog:modal');
					this.element[isModal ? 'showModal' : 'show']();
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
		element.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') {
				event.preventDefault(); // It closes this, not the dialog around it as well.
				this.send('close');
			}
		});
		return element;
	}
	updateLook() {
		const owner = this.parent.parent ? this.parent.element.getBoundingClientRect() : null;
		const element = this.element;
		// What lies beside an open dialog cannot be used: a popup of something in a dialog goes into it.
		const place = this.parent.element.closest('dialog') || this.viewer.root;
		if (element.parentNode !== place) {
			place.append(element);
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
		this.viewer.keepFocus(this.element, () => this.element.replaceChildren(...items.map((item, index) => {
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
		})));
	}
	updateLook(values) {
		const was = this.element.hidden;
		super.updateLook(values);
		if (was && !this.element.hidden) {
			const first = this.element.querySelector('button:not(:disabled)');
			if (first) {
				first.focus();
			}
		} else if (!was && this.element.hidden && this.element.contains(document.activeElement)) {
			this.viewer.focusQuietly(this.parent.getFocusElement());
		}
	}
}
