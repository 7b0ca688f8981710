package estragon.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What the shell asks of the system it runs on: Android's framework in the app, a folder in tests. Any thread. */
public interface ShellHost {
	/** The engine, a program that may be executed. */
	File engine();

	/** For what lasts: the pack, the user's data. */
	File filesFolder();

	/** For what the system may delete. */
	File cacheFolder();

	/** The pack in the package; the caller closes it. */
	InputStream openPack() throws IOException;

	/** Changes with every installation of the package. */
	String packStamp();

	/** What the system trusts, in DER. */
	List<byte[]> authorities();

	InetAddress[] resolve(String host) throws UnknownHostException;

	List<String> arguments();

	String deviceModel();

	/** "en_US", "eo" */
	String locale();

	int secondsEastOfUtc();

	/** A line that the program printed. */
	void show(String line);

	/** The program has ended. */
	void ended(int exitCode);
}
