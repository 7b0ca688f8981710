package estragon.shell;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** The certificates that the system trusts, as a PEM file for the engine. */
final class Authorities {
	private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	static final String FILE = "authorities.pem";

	private Authorities() {}

	/** Written anew each time: the user may have changed what is trusted. */
	static File write(ShellHost host) throws IOException {
		File file = new File(host.cacheFolder(), FILE);
		PackInstaller.writeText(file, toPem(host.authorities()));
		return file;
	}

	static String toPem(List<byte[]> certificates) {
		StringBuilder text = new StringBuilder();
		for (byte[] certificate : certificates) {
			text.append("-----BEGIN CERTIFICATE-----\n");
			appendBase64(certificate, text);
			text.append("-----END CERTIFICATE-----\n");
		}
		return text.toString();
	}

	/** In lines of 64 characters. java.util.Base64 came with Android 8 only. */
	private static void appendBase64(byte[] bytes, StringBuilder text) {
		for (int i = 0; i < bytes.length; i += 3) {
			int left = bytes.length - i;
			int group = (bytes[i] & 0xff) << 16 | (left > 1 ? (bytes[i + 1] & 0xff) << 8 : 0) | (left > 2 ? bytes[i + 2] & 0xff : 0);
			text.append(DIGITS.charAt(group >> 18)).append(DIGITS.charAt(group >> 12 & 63));
			text.append(left > 1 ? DIGITS.charAt(group >> 6 & 63) : '=').append(left > 2 ? DIGITS.charAt(group & 63) : '=');
			if (i % 48 == 45 || left <= 3) {
				text.append('\n');
			}
		}
	}
}
