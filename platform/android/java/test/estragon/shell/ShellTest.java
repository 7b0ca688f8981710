package estragon.shell;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ShellTest {
	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private FakeHost host(String script) throws IOException {
		return new FakeHost(folder.getRoot(), script);
	}

	@Test
	public void packIsCopiedOnceAnInstallation() throws Exception {
		FakeHost host = host("");
		File pack = PackInstaller.install(host);
		assertArrayEquals(host.pack, Files.readAllBytes(pack.toPath()));
		PackInstaller.install(host);
		assertEquals(1, host.packsOpened);
		host.stamp = "2";
		host.pack = "pack two".getBytes(StandardCharsets.UTF_8);
		PackInstaller.install(host);
		assertArrayEquals(host.pack, Files.readAllBytes(pack.toPath()));
	}

	@Test
	public void brokenCopyLeavesTheOldPackAndTriesAgain() throws Exception {
		FakeHost host = host("");
		File pack = PackInstaller.install(host);
		host.stamp = "2";
		host.packBreaks = true;
		try {
			PackInstaller.install(host);
			fail("a damaged package was installed");
		} catch (IOException expected) {
			assertEquals("pack one", new String(Files.readAllBytes(pack.toPath()), StandardCharsets.UTF_8));
		}
		host.packBreaks = false;
		PackInstaller.install(host);
		assertEquals(3, host.packsOpened);
	}

	@Test
	public void authoritiesAreWhatOthersReadAsPem() {
		for (int length = 1; length < 200; length++) {
			byte[] bytes = new byte[length];
			Arrays.fill(bytes, (byte) (length * 7));
			String pem = Authorities.toPem(Collections.singletonList(bytes));
			String body = pem.replace("-----BEGIN CERTIFICATE-----\n", "").replace("-----END CERTIFICATE-----\n", "");
			assertEquals(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n", body);
		}
	}

	@Test
	public void resolverAnswersByFamily() throws Exception {
		FakeHost host = host("");
		assertEquals("addresses 7 10.0.0.7 fd00:0:0:0:0:0:0:7", Resolver.answer("resolve 7 46 both.example", host));
		assertEquals("addresses 8 10.0.0.7", Resolver.answer("resolve 8 4 both.example", host));
		assertEquals("addresses 9 fd00:0:0:0:0:0:0:7", Resolver.answer("resolve 9 6 both.example", host));
		assertEquals("addresses 10", Resolver.answer("resolve 10 46 nobody.example", host));
		assertEquals("failed 11", Resolver.answer("resolve 11 46 forbidden.example", host));
		assertNull(Resolver.answer("resolve x 46 both.example", host));
		assertNull(Resolver.answer("resolve 1 46", host));
		assertNull(Resolver.answer("something else", host));
	}

	@Test
	public void timeZonesAreThoseOfPosix() {
		assertEquals("<+0100>-01:00", EngineProcess.timeZone(3600));
		assertEquals("<-0330>+03:30", EngineProcess.timeZone(-12600));
		assertEquals("<+0000>-00:00", EngineProcess.timeZone(0));
		Locale usual = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab")); // Has digits of its own.
			assertEquals("<+0200>-02:00", EngineProcess.timeZone(7200));
		} finally {
			Locale.setDefault(usual);
		}
	}

	@Test
	public void environmentSaysWhereThingsAre() throws Exception {
		FakeHost host = host("");
		Map<String, String> environment = new HashMap<>();
		EngineProcess.fillEnvironment(environment, host, new File("/cache/authorities.pem"));
		assertEquals("1", environment.get("ESTRAGON_SHELL"));
		assertEquals("/cache/authorities.pem", environment.get("SSL_CERT_FILE"));
		assertEquals("de_AT.UTF-8", environment.get("LANG"));
		assertEquals(new File(host.filesFolder(), "user").getPath(), environment.get("ESTRAGON_USER_DIR"));
	}

	@Test
	public void engineRunsWithPackAndArguments() throws Exception {
		FakeHost host = host("echo \"$@\"; exit 3");
		host.arguments = Arrays.asList("--verbose", "--", "room=7");
		EngineProcess engine = EngineProcess.start(host);
		assertEquals("--main-pack " + new File(host.filesFolder(), "game.pck") + " --verbose -- room=7", host.nextLine());
		assertEquals(Integer.valueOf(3), host.nextEnd());
		assertFalse(engine.isRunning());
	}

	@Test
	public void questionsOnThePipeAreAnswered() throws Exception {
		FakeHost host = host("echo 'resolve 1 46 both.example' >&2; read answer; echo \"$answer\"");
		EngineProcess.start(host);
		assertEquals("addresses 1 10.0.0.7 fd00:0:0:0:0:0:0:7", host.nextLine());
		assertEquals(Integer.valueOf(0), host.nextEnd());
	}

	@Test
	public void whatTheSystemSaysOnThePipeIsShown() throws Exception {
		FakeHost host = host("echo 'linker: cannot find something' >&2");
		EngineProcess.start(host);
		assertEquals("linker: cannot find something", host.nextLine());
	}

	@Test
	public void sessionTellsOfPauseAndResumeOnce() throws Exception {
		FakeHost host = host("while read order; do echo \"$order\"; [ \"$order\" = stop ] && exit 0; done");
		Session session = new Session(host, false);
		session.begin();
		session.begin(); // A second Activity of the same run.
		session.show();
		session.hide();
		session.hide();
		session.show();
		session.leave();
		assertEquals("pause", host.nextLine());
		assertEquals("resume", host.nextLine());
		assertEquals("stop", host.nextLine());
		assertEquals(Integer.valueOf(0), host.nextEnd());
		assertTrue(host.shown.isEmpty());
	}

	@Test
	public void hiddenBeforeItRanIsPausedAtOnce() throws Exception {
		FakeHost host = host("read order; echo \"$order\"");
		Session session = new Session(host, false);
		session.hide();
		session.begin();
		assertEquals("pause", host.nextLine());
	}

	@Test
	public void keepsRunningWhereThePresetSaysSo() throws Exception {
		FakeHost host = host("read order; echo \"$order\"");
		Session session = new Session(host, true);
		session.begin();
		session.leave();
		assertTrue(session.isLasting());
		session.stop();
		assertEquals("stop", host.nextLine());
		assertEquals(Integer.valueOf(0), host.nextEnd());
	}

	@Test
	public void runLastsFromItsMakingUntilItIsToldToEnd() throws Exception {
		FakeHost host = host("read order; echo \"$order\"");
		Session session = new Session(host, false);
		assertTrue(session.isLasting()); // An Activity that comes while the pack is copied begins no second engine.
		session.begin();
		assertTrue(session.isLasting());
		session.leave();
		session.leave();
		assertFalse(session.isLasting()); // Nor is one shown that is about to end.
		assertEquals("stop", host.nextLine());
		assertEquals(Integer.valueOf(0), host.nextEnd());
	}

	@Test
	public void linesWithoutEndAreCutOff() throws Exception {
		FakeHost host = host("head -c 100000000 /dev/zero | tr '\\0' x; echo; printf 'resolve 1 4 ' >&2; head -c 1000000 /dev/zero | tr '\\0' y >&2; echo >&2; printf last");
		EngineProcess.start(host);
		List<String> lines = Arrays.asList(host.nextLine(), host.nextLine());
		assertTrue(lines.contains("last"));
		assertEquals(LineReader.LONGEST, Math.max(lines.get(0).length(), lines.get(1).length()));
		assertEquals(Integer.valueOf(0), host.nextEnd());
	}

	@Test
	public void programThatDoesNotStopIsEnded() throws Exception {
		FakeHost host = host("echo ready; exec sleep 600");
		EngineProcess engine = EngineProcess.start(host);
		assertEquals("ready", host.nextLine());
		engine.stop(1);
		assertEquals(Integer.valueOf(143), host.nextEnd());
	}

	@Test
	public void engineThatIsNotThereIsTold() throws Exception {
		FakeHost host = host("");
		assertTrue(host.engine().delete());
		Session session = new Session(host, false);
		session.begin();
		assertFalse(session.isLasting());
		assertTrue(host.nextLine().startsWith("The engine cannot be started: "));
		assertEquals(Integer.valueOf(-1), host.nextEnd());
	}

	@Test
	public void logKeepsTheLastLinesWithoutColours() {
		OutputLog log = new OutputLog(2);
		log.add("one");
		log.add("\u001b[31mtwo\u001b[0m");
		log.add("three");
		assertEquals("two\nthree\n", log.text());
	}

	@Test
	public void pagesGetTheFilesOfTheirFolderAlone() {
		assertEquals("www/index.html", WebAssets.assetOf(WebAssets.ORIGIN + "/"));
		assertEquals("www/index.wasm", WebAssets.assetOf(WebAssets.ORIGIN + "/index.wasm?v=1#x"));
		assertEquals("application/wasm", WebAssets.typeOf("www/index.wasm"));
		assertEquals("application/octet-stream", WebAssets.typeOf("www/index.pck"));
		for (String path : new String[] {"/../classes.dex", "/a/../b", "//b", "/%2e%2e/b", "/a b", "/./b"}) {
			assertNull(WebAssets.assetOf(WebAssets.ORIGIN + path));
		}
		assertNull(WebAssets.assetOf("https://example.com/index.html"));
		assertNull(WebAssets.assetOf(WebAssets.ORIGIN + ".example.com/index.html"));
	}
}
