package estragon.shell;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Answers "resolve NUMBER FAMILIES HOST" with a line for the engine. */
final class Resolver {
	private Resolver() {}

	/** Null for what is no such question. Blocks while the system looks the name up. */
	static String answer(String question, ShellHost host) {
		String[] words = question.split(" ");
		if (words.length != 4 || !words[0].equals("resolve") || !words[1].matches("[0-9]{1,10}") || !words[2].matches("4?6?")) {
			return null;
		}
		try {
			StringBuilder line = new StringBuilder("addresses ").append(words[1]);
			for (InetAddress address : host.resolve(words[3])) {
				if (words[2].contains(address instanceof Inet4Address ? "4" : "6")) {
					line.append(' ').append(withoutZone(address.getHostAddress()));
				}
			}
			return line.toString();
		} catch (UnknownHostException unknown) {
			return "addresses " + words[1];
		} catch (RuntimeException refused) { // SecurityException: the permission is missing.
			return "failed " + words[1];
		}
	}

	private static String withoutZone(String address) {
		int zone = address.indexOf('%');
		return zone < 0 ? address : address.substring(0, zone);
	}
}
