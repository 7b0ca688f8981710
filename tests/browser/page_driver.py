"""A page driven as people and screen readers know it: by role and name, with real keys and clicks."""
import json

FIND = """(role, name) => {
	const ROLES = {BUTTON: 'button', SELECT: 'combobox', TEXTAREA: 'textbox', UL: 'list', DIALOG: 'dialog', PROGRESS: 'progressbar'};
	const INPUTS = {checkbox: 'checkbox', range: 'slider', number: 'spinbutton'};
	const text = (element) => element.innerText === undefined ? element.textContent : element.innerText;
	const label = (element) => {
		const by = element.getAttribute('aria-labelledby');
		const around = element.closest('label');
		return element.getAttribute('aria-label') || (by && text(document.getElementById(by))) || element.placeholder || (around && text(around)) || text(element) || element.title || '';
	};
	for (const element of document.querySelectorAll('*')) {
		const own = element.getAttribute('role') || (element.tagName === 'INPUT' ? INPUTS[element.type] || 'textbox' : ROLES[element.tagName]);
		if (own === role && label(element).trim() === name && element.getClientRects().length) {
			return element;
		}
	}
	return null;
}"""

FIRST_VALUE = """(look, limit) => new Promise((done, fail) => {
	const start = performance.now();
	const frame = () => {
		let value;
		try {
			value = look();
		} catch (error) {
			return fail(error);
		}
		if (value || performance.now() - start > limit) {
			done(value || null);
		} else {
			requestAnimationFrame(frame);
		}
	};
	frame();
})"""


class Page:
    def __init__(self, browser):
        self.browser = browser

    def evaluate(self, expression):
        result = self.browser.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", str(result)))
        return result["result"].get("value")

    def wait(self, expression, seconds=30):
        """The first value of the expression that is not false, looked for in each frame of the page; None when the time is up."""
        return self.evaluate("(%s)(() => %s, %d)" % (FIRST_VALUE, expression, seconds * 1000))

    def element(self, role, name):
        return "(%s)(%s, %s)" % (FIND, json.dumps(role), json.dumps(name))

    def has(self, role, name, seconds=30):
        return bool(self.wait("Boolean(%s)" % self.element(role, name), seconds))

    def get(self, role, name, field):
        return self.evaluate("%s?.%s" % (self.element(role, name), field))

    def wait_for(self, role, name, condition, seconds=30):
        """Until `it`, the element, fulfils a condition."""
        return bool(self.wait("((it) => Boolean(it && (%s)))(%s)" % (condition, self.element(role, name)), seconds))

    def click(self, role, name):
        if not self.has(role, name):
            raise RuntimeError("there is no %s \"%s\"" % (role, name))
        place = self.evaluate("((it) => { it.scrollIntoView({block: 'nearest'}); const box = it.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; })(%s)" % self.element(role, name))
        for kind in ("mousePressed", "mouseReleased"):
            self.browser.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def type(self, text):
        """Into what has the focus."""
        self.browser.call("Input.insertText", text=text)

    def press(self, key, modifiers=0):
        codes = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "a": 65}
        event = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key], "modifiers": modifiers}
        if key == "Enter":
            event["text"] = "\r"
        if modifiers == 2 and key == "a":
            event["commands"] = ["selectAll"]
        self.browser.call("Input.dispatchKeyEvent", type="keyDown", **event)
        self.browser.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=codes[key])

    def fill(self, role, name, text):
        """Replaces what a field holds, by keys."""
        self.click(role, name)
        self.press("a", 2)
        self.type(text)

    def screenshot(self, path):
        import base64

        with open(path, "wb") as out:
            out.write(base64.b64decode(self.browser.call("Page.captureScreenshot")["data"]))
