#!/usr/bin/env python3
"""Controls in headless Chromium: by `--serve-ui`, and in exports where a template was built; driven by role and name.

    controls.py ENGINE [--screenshots DIR]     ends with "N passed, N failed, N skipped"
"""
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.insert(0, os.path.join(HERE, "..", "support"))
sys.path.insert(0, HERE)
from chromium import Chromium  # noqa: E402
from page_driver import Page  # noqa: E402
from programs import Program, Results  # noqa: E402

ENGINE = os.path.abspath(sys.argv[1])
SHOTS = sys.argv[3] if sys.argv[2:3] == ["--screenshots"] else None
TEMPLATE = os.path.join(os.path.dirname(ENGINE), "estragon.web.zip")
CHAT = os.path.join(ROOT, "doc", "examples", "chat")
GALLERY = os.path.join(HERE, "gallery")
ADDRESS = "The program's controls are shown at"
HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>[b]bold[/b] [url=javascript:window.hurt=1]x[/url]'
results = Results()


def shoot(page, name):
    if SHOTS:
        page.screenshot(os.path.join(SHOTS, name + ".png"))


def serve_ui(project):
    program = Program(ENGINE, "--path", project, "--serve-ui")
    return program, program.wait_line(ADDRESS)


class Served:
    """What --serve shows of an export."""

    def __init__(self, project, folder):
        subprocess.run([ENGINE, "--path", project, "--export-release", "Web", os.path.join(folder, "index.html")], check=True, timeout=120, capture_output=True)
        self.program = Program(ENGINE, "--serve", folder)
        self.url = self.program.wait_for(lambda line: line.startswith("Serving ")).split(" at ")[1]


def use_chat(where, url, room):
    with Chromium() as one, Chromium() as other:
        pages = [Page(one), Page(other)] if where == "export" else [Page(one)]
        for page, name in zip(pages, ["Ann", "Bob"]):
            page.browser.open(url)
            results.check("%s: %s sees the form" % (where, name), page.has("button", "Join"), page.evaluate("document.body.innerText"))
            page.fill("textbox", "Room", room)
            page.fill("textbox", "Name", name)
            page.click("button", "Join")
            results.check("%s: the button follows the connection" % where, page.has("button", "Leave") and page.wait_for("button", "Send", "!it.disabled"))
        page = pages[0]
        page.click("textbox", "Message")
        page.type("hello, everybody")
        page.press("Enter")
        for each in pages:
            results.check("%s: what is said is seen" % where, each.wait_for("log", "What is said", "it.innerText.includes('Ann: hello, everybody')"))
        results.check("%s: the field is empty and keeps the focus" % where, page.wait_for("textbox", "Message", "it.value === '' && document.activeElement === it"))
        page.type(HOSTILE)
        page.click("button", "Send")
        results.check("%s: hostile words are words" % where, page.wait_for("log", "What is said", "it.innerText.includes(%r)" % HOSTILE), page.get("log", "What is said", "innerHTML"))
        results.check("%s: and make no element" % where, page.evaluate("window.hurt === undefined && !document.querySelector('.estragon img:not([hidden]), .estragon script, .estragon a[href]')"))
        results.check("%s: who spoke is listed" % where, page.wait_for("option", "Ann", "true"))
        page.fill("textbox", "Room", "no address")
        page.click("button", "Leave")
        page.click("button", "Join")
        results.check("%s: a mistake opens the dialog" % where, page.wait_for("button", "OK", "it.closest('dialog').open && it.closest('dialog').innerText.includes('no address')"))
        shoot(page, "chat_%s_dialog" % where)
        page.press("Escape")
        results.check("%s: Escape closes it" % where, page.wait("!document.querySelector('dialog[open]')"))
        shoot(page, "chat_%s" % where)


def told(page, text):
    return page.wait("document.querySelector('.e-Label')?.innerText === %r" % text)


def use_gallery(where, url):
    with Chromium() as browser:
        browser.open(url)
        page = Page(browser)
        check = lambda name, ok, text="": results.check("%s: %s" % (where, name), ok, text)  # noqa: E731
        page.click("button", "Plain")
        check("a button", told(page, "pressed"))
        page.click("button", "Toggle")
        check("a button that stays down", told(page, "toggled true") and page.wait_for("button", "Toggle", "it.getAttribute('aria-pressed') === 'true'"))
        check("a disabled one", page.get("button", "Disabled", "disabled"))
        page.click("checkbox", "Check")
        check("a check box", told(page, "checked true") and page.wait_for("checkbox", "Check", "it.checked"))
        page.click("checkbox", "One")
        page.click("checkbox", "Two")
        check("a group of two: one of them", told(page, "Two true") and page.wait_for("checkbox", "Two", "it.checked") and page.wait_for("checkbox", "One", "!it.checked"))
        page.evaluate("((it) => { it.selectedIndex = 2; it.dispatchEvent(new Event('change')); })(%s)" % page.element("combobox", "Colour"))
        check("an option button", told(page, "chose blue") and page.wait_for("combobox", "Colour", "it.selectedIndex === 2"))
        page.click("button", "Menu")
        page.click("menuitem", "Open")
        check("a menu", told(page, "menu 0") and page.wait("!document.querySelector('[role=menu]:not([hidden])')"))
        page.click("textbox", "Line")
        for letter in "abc":
            page.type(letter)
        check("typing", told(page, "line abc"))
        page.press("Enter")
        check("Enter", told(page, "submitted abc"))
        page.click("textbox", "Upper")
        for letter in "abc\U0001F600d":
            page.type(letter)
        check("a program that changes what is typed", page.wait_for("textbox", "Upper", "it.value === 'ABC\U0001F600D'"), page.get("textbox", "Upper", "value"))
        check("a secret", page.get("textbox", "Secret", "type") == "password")
        page.click("textbox", "Text")
        page.type("x\ny")
        check("several lines", told(page, "text 2"))
        page.evaluate("((it) => { it.value = 30; it.dispatchEvent(new Event('input')); })(%s)" % page.element("slider", "Slider"))
        check("a slider", told(page, "slider 30"))
        page.evaluate("((it) => { it.value = 7; it.dispatchEvent(new Event('change')); })(%s)" % page.element("spinbutton", "Spin"))
        check("a spin box", told(page, "spin 7"))
        check("a bar", page.get("progressbar", "Bar", "value") == 0.4)
        page.click("button", "Inner")
        check("a press inside a button is its own", told(page, "inner"))
        page.click("textbox", "Careful")
        page.type("abcd")
        check("typing into what a program rewrites", page.wait_for("textbox", "Careful", "it.value === 'ABCD'"))
        page.evaluate("document.activeElement.setSelectionRange(1, 1)")
        page.type("x")
        check("the caret stays where the program leaves it", page.wait_for("textbox", "Careful", "it.value === 'AXBCD' && it.selectionStart === 2"), str(page.get("textbox", "Careful", "selectionStart")))
        page.press("Enter")
        check("or goes where the program puts it", page.wait_for("textbox", "Careful", "it.selectionStart === 1"))
        tree = browser.call("Accessibility.getFullAXTree")["nodes"]
        named = ("textbox", "spinbutton", "combobox", "button", "progressbar", "treegrid", "tabpanel", "log", "listbox", "slider", "checkbox")
        check("everything has a name", not [node for node in tree if node.get("role", {}).get("value") in named and not node.get("ignored") and not node.get("name", {}).get("value")], str([node["role"]["value"] for node in tree if node.get("role", {}).get("value") in named and not node.get("name", {}).get("value")]))
        page.click("option", "second")
        check("a list", told(page, "item 1") and page.wait_for("option", "second", "it.getAttribute('aria-selected') === 'true'"))
        page.evaluate("[...document.querySelectorAll('[role=gridcell] span')].find((it) => it.textContent === 'child').click()")
        check("a tree", told(page, "row child"))
        page.click("button", "Fold")
        check("folding it", page.wait("![...document.querySelectorAll('[role=gridcell]')].some((it) => it.innerText.includes('child'))"))
        check("the focus stays on what folds", page.wait("document.activeElement.getAttribute('aria-label') === 'Unfold'"), page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
        page.click("tab", "Right")
        check("tabs", told(page, "tab 1") and page.wait("[...document.querySelectorAll('[role=tabpanel]')].filter((it) => it.getClientRects().length).map((it) => it.innerText).join() === 'page Right'"))
        page.click("link", "link")
        check("a link of rich text is the program's", told(page, "meta javascript:window.hurt=1"))
        check("bold is bold", page.wait("getComputedStyle([...document.querySelectorAll('.e-RichTextLabel span')].find((it) => it.textContent === 'bold')).fontWeight === '700'"))
        check("hostile texts of labels, lists and rich text make nothing", page.evaluate("window.hurt === undefined && !document.querySelector('.estragon img:not([src^=\"data:\"]):not([hidden]), .estragon script, .estragon a, .estragon iframe')"))
        check("a picture", page.wait("((it) => it && it.complete && it.naturalWidth === 4)(document.querySelector('.e-TextureRect img'))"))
        check("colours and sizes of the theme", page.evaluate("[...document.querySelectorAll('.e-Label')].some((it) => it.style.color === 'rgb(255, 0, 0)' && it.style.fontSize === '10px')"))
        page.click("button", "Ask")
        page.click("button", "OK")
        check("a dialog", told(page, "confirmed") and page.wait("!document.querySelector('dialog[open]')"))
        page.click("button", "Nest")
        page.click("button", "Inside")
        page.click("menuitem", "Deep")
        check("a menu in a dialog", told(page, "deep"))
        page.click("button", "Inside")
        page.wait("document.activeElement.innerText === 'Deep'")
        page.press("Escape")
        check("Escape closes the menu, not the dialog", page.wait("!document.querySelector('[role=menu]:not([hidden])')") and page.evaluate("document.querySelectorAll('dialog[open]').length") == 1)
        check("and the focus is on what opened it", page.wait("document.activeElement.innerText === 'Inside'"), page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
        page.click("button", "More")
        page.click("button", "Late")
        check("a window above a dialog", told(page, "late"))
        page.press("Escape")
        page.wait("document.querySelectorAll('dialog[open]').length === 1")
        page.press("Escape")
        check("each closes by itself", page.wait("!document.querySelector('dialog[open]')"))
        shoot(page, "gallery_" + where)
        page.evaluate("window.apply = ControlViewer.prototype.apply; window.longest = 0; ControlViewer.prototype.apply = function (c) { const t = performance.now(); apply.call(this, c); document.body.offsetHeight; longest = Math.max(longest, performance.now() - t); }")
        page.click("button", "Thousand")
        check("a thousand controls", page.wait("document.querySelectorAll('.e').length > 1000"))
        print("   built and laid out in %.1f ms" % page.evaluate("window.longest"))
        check("no error in the page", not any(event.get("method") == "Runtime.exceptionThrown" for event in browser.events), str(browser.events))


def status_of(url, headers):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20).status
    except urllib.error.HTTPError as refused:
        return refused.code


def shake_hands(url, origin):
    """The status of a WebSocket handshake."""
    host, path = re.match(r"http://([^/]+)(/.*)", url).groups()
    name, port = host.split(":")
    with socket.create_connection((name, int(port)), 20) as link:
        link.sendall(("GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n%s\r\n" % (path, host, "Origin: %s\r\n" % origin if origin else "")).encode())
        return int(link.recv(4096).split(b" ")[1])


def test_gate(url):
    origin = url[: url.index("/", 8)]
    results.check("the address with its token", status_of(url, {}) == 200)
    results.check("another token", status_of(origin + "/" + "0" * 32 + "/", {}) == 404)
    results.check("none", status_of(origin + "/", {}) == 404)
    results.check("a name that leads here", status_of(url, {"Host": "evil.example:80"}) == 404)
    results.check("the page's own WebSocket", shake_hands(url + "events", origin) == 101)
    for other in ("http://evil.example", "null", ""):
        results.check("a WebSocket of a page from %r" % other, shake_hands(url + "events", other) == 403)
    results.check("a WebSocket with another token", shake_hands(origin + "/" + "0" * 32 + "/events", origin) == 404)


def test_viewers(url):
    """A second viewer takes over, and a page finds its program again."""
    with Chromium() as one, Chromium() as two:
        first, second = Page(one), Page(two)
        one.open(url)
        results.check("the first viewer", first.has("button", "Plain"))
        two.open(url)
        results.check("a second one takes over", second.has("button", "Plain") and first.wait("document.getElementById('state').innerText.includes('another page')"))
        one.call("Page.reload")
        results.check("the first one takes it back", first.has("button", "Plain") and first.wait("document.getElementById('state').hidden"))


def test_serve(tmp):
    folder = os.path.join(tmp, "page")
    os.makedirs(folder)
    for name in ("index.html", "a.wasm", "a.js"):
        with open(os.path.join(folder, name), "w") as out:
            out.write(name)
    program = Program(ENGINE, "--serve", folder)
    url = program.wait_for(lambda line: line.startswith("Serving ")).split(" at ")[1]
    types = {}
    for name in ("", "a.wasm", "a.js"):
        with urllib.request.urlopen(url + name, timeout=20) as answer:
            types[name] = answer.headers["Content-Type"].split(";")[0]
            isolated = answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    results.check("--serve: the right types, isolated", types == {"": "text/html", "a.wasm": "application/wasm", "a.js": "text/javascript"} and isolated, str(types))
    results.check("--serve: nothing beside the folder", status_of(url + "../" + os.path.basename(__file__), {}) in (400, 404))
    results.check("--serve: only under names of this machine", status_of(url, {"Host": "rebound.example:" + url.rstrip("/").rsplit(":", 1)[1]}) == 403)
    os.mkfifo(os.path.join(folder, "pipe"))
    results.check("--serve: a pipe is no file", status_of(url + "pipe", {}) == 404)
    program.stop()
    done = subprocess.run([ENGINE, "--serve", os.path.join(tmp, "nowhere")], capture_output=True, text=True, timeout=60)
    results.check("--serve: a folder that is not there", done.returncode == 1 and "nowhere" in done.stderr, done.stderr)
    done = subprocess.run([ENGINE, "--path", GALLERY, "--serve-ui", "--port", "x"], capture_output=True, text=True, timeout=60)
    results.check("--port needs a number", done.returncode == 2 and "--port" in done.stderr, done.stderr)


def main():
    room_program = Program(ENGINE, os.path.join(CHAT, "server.gd"), "0")
    room = room_program.wait_line("room at")
    with tempfile.TemporaryDirectory() as tmp:
        test_serve(tmp)
        if not shutil.which(os.environ.get("CHROMIUM", "chromium")):
            results.skip("controls in a browser: chromium is needed")
        else:
            program, url = serve_ui(CHAT)
            use_chat("program", url, room)
            program.stop()
            program, url = serve_ui(GALLERY)
            test_gate(url)
            test_viewers(url)
            use_gallery("program", url)
            program.stop()
            if os.path.exists(TEMPLATE):
                served = Served(CHAT, os.path.join(tmp, "chat"))
                use_chat("export", served.url, room)
                served.program.stop()
                served = Served(GALLERY, os.path.join(tmp, "gallery"))
                use_gallery("export", served.url)
                served.program.stop()
            else:
                results.skip("controls in an export: `scons platform=web` makes the template")
    room_program.stop()
    print(results.summary())
    sys.exit(bool(results.failed))


if __name__ == "__main__":
    main()
