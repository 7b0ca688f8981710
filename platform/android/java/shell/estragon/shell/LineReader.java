package estragon.shell;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The lines of a stream. Of a longer one than LONGEST the rest is left out: a program that prints without end does not fill the app's memory. */
final class LineReader implements Closeable {
	static final int LONGEST = 4096; // As ShellLineReader::LONGEST.

	private final BufferedReader in;

	LineReader(InputStream stream) {
		in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
	}

	/** Without its end; null at the end of the stream. */
	String next() throws IOException {
		int character = in.read();
		if (character < 0) {
			return null;
		}
		StringBuilder line = new StringBuilder();
		for (; character >= 0 && character != '\n'; character = in.read()) {
			if (line.length() < LONGEST) {
				line.append((char) character);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
