package estragon.shell;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Copies the pack out of the package to where the engine can open it: once an installation, whole or not at all. */
final class PackInstaller {
	static final String PACK = "game.pck";
	private static final String STAMP = "game.pck.stamp";

	private PackInstaller() {}

	/** One after the other: a run that was stopped may still be at it when the next one begins. */
	static synchronized File install(ShellHost host) throws IOException {
		File pack = new File(host.filesFolder(), PACK);
		File stamp = new File(host.filesFolder(), STAMP);
		if (pack.exists() && host.packStamp().equals(readText(stamp))) {
			return pack;
		}
		stamp.delete(); // What is copied now has no stamp until it is whole.
		File beside = new File(host.filesFolder(), PACK + ".new");
		try (InputStream in = host.openPack(); FileOutputStream out = new FileOutputStream(beside)) {
			copy(in, out);
			out.getFD().sync();
		}
		if (!beside.renameTo(pack)) {
			beside.delete();
			throw new IOException("cannot put the pack into its place: " + pack);
		}
		writeText(stamp, host.packStamp());
		return pack;
	}

	static void copy(InputStream in, OutputStream out) throws IOException {
		byte[] bytes = new byte[65536];
		for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
			out.write(bytes, 0, count);
		}
	}

	static void writeText(File file, String text) throws IOException {
		try (FileOutputStream out = new FileOutputStream(file)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static String readText(File file) {
		byte[] bytes = new byte[4096];
		try (FileInputStream in = new FileInputStream(file)) {
			int count = in.read(bytes);
			return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8);
		} catch (IOException missing) {
			return "";
		}
	}
}
