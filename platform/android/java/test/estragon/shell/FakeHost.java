package estragon.shell;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A system made of a folder; its engine is a shell script. */
final class FakeHost implements ShellHost {
	private static final int PATIENCE_SECONDS = 30;

	final File folder;
	final LinkedBlockingQueue<String> shown = new LinkedBlockingQueue<>();
	final LinkedBlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
	String stamp = "1";
	byte[] pack = "pack one".getBytes(StandardCharsets.UTF_8);
	boolean packBreaks = false;
	int packsOpened = 0;
	List<String> arguments = Collections.emptyList();

	FakeHost(File folder, String script) throws IOException {
		this.folder = folder;
		File engine = engine();
		try (FileOutputStream out = new FileOutputStream(engine)) {
			out.write(("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8));
		}
		if (!engine.setExecutable(true)) {
			throw new IOException("cannot make " + engine + " executable");
		}
	}

	String nextLine() throws InterruptedException {
		return shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	Integer nextEnd() throws InterruptedException {
		return ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	@Override
	public File engine() {
		return new File(folder, "engine");
	}

	@Override
	public File filesFolder() {
		return folder;
	}

	@Override
	public File cacheFolder() {
		return folder;
	}

	@Override
	public InputStream openPack() {
		packsOpened++;
		if (packBreaks) {
			return new InputStream() {
				@Override
				public int read() throws IOException {
					throw new IOException("the package is damaged");
				}
			};
		}
		return new ByteArrayInputStream(pack);
	}

	@Override
	public String packStamp() {
		return stamp;
	}

	@Override
	public List<byte[]> authorities() {
		List<byte[]> certificates = new ArrayList<>();
		certificates.add(new byte[] {1, 2, 3, 4});
		return certificates;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		switch (host) {
			case "both.example":
				return new InetAddress[] {InetAddress.getByAddress(new byte[] {10, 0, 0, 7}), InetAddress.getByName("fd00::7")};
			case "forbidden.example":
				throw new SecurityException("no permission");
			default:
				throw new UnknownHostException(host);
		}
	}

	@Override
	public List<String> arguments() {
		return arguments;
	}

	@Override
	public String deviceModel() {
		return "Fake One";
	}

	@Override
	public String locale() {
		return "de_AT";
	}

	@Override
	public int secondsEastOfUtc() {
		return 3600;
	}

	@Override
	public void show(String line) {
		shown.add(line);
	}

	@Override
	public void ended(int exitCode) {
		ends.add(exitCode);
	}
}
