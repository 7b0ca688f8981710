// Texts, buttons, and what takes a text or a number.
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
		return element;
	}
	// Paragraphs that stayed keep their elements: a chat of thousands of lines grows by one.
	setList(_name, paragraphs, kept) {
		const element = this.element;
		const follows = this.get('scroll_following', false) || element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
		this.viewer.keepFocus(element, () => {
			while (element.childElementCount > kept) {
				element.lastChild.remove();
			}
			for (let i = kept; i < paragraphs.length; i++) {
				element.append(this.makeParagraph(paragraphs[i], i));
			}
		});
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
		// What follows its end is read out as it grows.
		this.element.setAttribute('role', this.get('scroll_following', false) ? 'log' : 'group');
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
		element.onclick = (event) => {
			// What is pressed inside a button is not the button.
			if (event.target.closest('button, input, select, textarea, label, [tabindex]') === element) {
				this.send('press');
			}
		};
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
	getKind() {
		return 'Choice';
	}
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

// The place of a character in a text as browsers count.
const place = (text, character) => [...text].slice(0, character).join('').length;

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
	// The text as the program has it, when it has heard of all edits; the caret stays where it was unless the program puts it elsewhere.
	updateText(values) {
		const element = this.element;
		if (this.get('edits', 0) < this.edits) {
			return;
		}
		const caret = points(element.value.slice(0, element.selectionStart));
		const changes = 'text' in values && element.value !== this.get('text', '');
		const wanted = 'caret_line' in values || 'caret_column' in values ? this.getCaret() : 0;
		if (changes) {
			element.value = this.get('text', '');
		}
		if (changes || wanted) {
			const at = place(element.value, wanted || caret);
			element.setSelectionRange(at, at);
		}
	}
	getCaret() {
		return this.get('caret_column', 0);
	}
	update(values) {
		const element = this.element;
		this.updateText(values);
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
	getKind() {
		return 'Text';
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
	getCaret() {
		const before = this.get('text', '').split('\n').slice(0, this.get('caret_line', 0));
		return before.reduce((sum, line) => sum + points(line) + 1, this.get('caret_column', 0));
	}
	update(values) {
		const element = this.element;
		this.updateText(values);
		element.placeholder = this.get('placeholder_text', '');
		element.readOnly = this.get('editable', true) === false;
		element.wrap = this.get('wrap_mode', 0) ? 'soft' : 'off';
	}
}

class RangeView extends ControlView {
	make() {
		const element = document.createElement('input');
		element.type = 'range';
		element.oninput = () => this.send('value', element.valueAsNumber);
		return element;
	}
	addElement() {}
	getKind() {
		return 'Number';
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
	getKind() {
		return 'Progress';
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
