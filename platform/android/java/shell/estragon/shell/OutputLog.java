package estragon.shell;

import java.util.ArrayDeque;

/** The last lines that the program printed, for the screen. */
public final class OutputLog {
	private static final int LONGEST_LINE = 2000;

	private final int capacity;
	private final ArrayDeque<String> lines = new ArrayDeque<>();

	public OutputLog(int capacity) {
		this.capacity = capacity;
	}

	public synchronized void add(String line) {
		String plain = line.replaceAll("\u001b\\[[0-9;]*m", "");
		lines.addLast(plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) + "…" : plain);
		while (lines.size() > capacity) {
			lines.removeFirst();
		}
	}

	public synchronized String text() {
		StringBuilder text = new StringBuilder();
		for (String line : lines) {
			text.append(line).append('\n');
		}
		return text.toString();
	}
}
