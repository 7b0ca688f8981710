package estragon.shell;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** The engine as a program of its own, and the two pipes to it: see platform/android/android_shell.h for what travels there. */
public final class EngineProcess {
	private static final int RESOLVERS = 4;

	private final ShellHost host;
	private final Process process;
	private final ExecutorService resolvers = Executors.newFixedThreadPool(RESOLVERS, new ThreadFactory() {
		@Override
		public Thread newThread(Runnable work) {
			return daemon(work);
		}
	});
	private boolean pausedTold = false;
	private boolean hasEnded = false;

	private EngineProcess(ShellHost host, Process process) {
		this.host = host;
		this.process = process;
	}

	/** Unpacks what the engine needs and starts it. Not on the thread that draws: the first time it copies the pack. */
	public static EngineProcess start(ShellHost host) throws IOException {
		File pack = PackInstaller.install(host);
		File authorities = Authorities.write(host);
		ProcessBuilder builder = new ProcessBuilder(command(host, pack));
		builder.directory(host.filesFolder());
		fillEnvironment(builder.environment(), host, authorities);
		EngineProcess engine = new EngineProcess(host, builder.start());
		engine.beginToListen();
		return engine;
	}

	private void beginToListen() {
		daemon(new Runnable() {
			@Override
			public void run() {
				showOutput();
			}
		}).start();
		daemon(new Runnable() {
			@Override
			public void run() {
				answerQuestions();
			}
		}).start();
	}

	static List<String> command(ShellHost host, File pack) {
		List<String> words = new ArrayList<>();
		words.add(host.engine().getPath());
		words.add("--main-pack");
		words.add(pack.getPath());
		words.addAll(host.arguments());
		return words;
	}

	static void fillEnvironment(Map<String, String> environment, ShellHost host, File authorities) {
		environment.put("ESTRAGON_SHELL", "1");
		environment.put("ESTRAGON_USER_DIR", new File(host.filesFolder(), "user").getPath());
		environment.put("ESTRAGON_DEVICE_MODEL", host.deviceModel());
		environment.put("HOME", host.filesFolder().getPath());
		environment.put("TMPDIR", host.cacheFolder().getPath());
		environment.put("XDG_CACHE_HOME", host.cacheFolder().getPath());
		environment.put("SSL_CERT_FILE", authorities.getPath());
		environment.put("LANG", host.locale() + ".UTF-8");
		environment.put("TZ", timeZone(host.secondsEastOfUtc()));
	}

	/** As POSIX writes it: the sign is that of what must be added for UTC. */
	static String timeZone(int secondsEast) {
		int seconds = Math.abs(secondsEast);
		String clock = String.format(Locale.ROOT, "%02d:%02d", seconds / 3600, seconds / 60 % 60);
		return "<" + (secondsEast < 0 ? "-" : "+") + clock.replace(":", "") + ">" + (secondsEast < 0 ? "+" : "-") + clock;
	}

	public void pause() {
		tellPause(true);
	}

	public void resume() {
		tellPause(false);
	}

	/** Asks the program to end, and ends it when it does not. Does not wait for it. */
	public void stop(final long patienceMillis) {
		tell("stop");
		daemon(new Runnable() {
			@Override
			public void run() {
				if (!waitForEnd(patienceMillis)) {
					process.destroy();
				}
			}
		}).start();
	}

	public synchronized boolean isRunning() {
		return !hasEnded;
	}

	private synchronized boolean waitForEnd(long patienceMillis) {
		long deadline = System.nanoTime() + patienceMillis * 1000000;
		try {
			for (long left = patienceMillis; !hasEnded && left > 0; left = (deadline - System.nanoTime()) / 1000000) {
				wait(left);
			}
		} catch (InterruptedException given) {
			return hasEnded;
		}
		return hasEnded;
	}

	private synchronized void noteEnd() {
		hasEnded = true;
		notifyAll();
	}

	private synchronized void tellPause(boolean paused) {
		if (paused != pausedTold) {
			pausedTold = paused;
			tell(paused ? "pause" : "resume");
		}
	}

	private synchronized void tell(String line) {
		try {
			OutputStream out = process.getOutputStream();
			out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
			out.flush();
		} catch (IOException ended) {
			// Its end is told by showOutput().
		}
	}

	private void showOutput() {
		try (LineReader lines = new LineReader(process.getInputStream())) {
			for (String line = lines.next(); line != null; line = lines.next()) {
				host.show(line);
			}
		} catch (IOException ended) {
			// As at the end of the stream.
		}
		int code = -1;
		try {
			code = process.waitFor();
		} catch (InterruptedException given) {
			process.destroy();
		}
		noteEnd();
		resolvers.shutdownNow();
		host.ended(code);
	}

	private void answerQuestions() {
		try (LineReader lines = new LineReader(process.getErrorStream())) {
			for (String line = lines.next(); line != null; line = lines.next()) {
				final String question = line;
				if (question.startsWith("resolve ")) {
					resolvers.execute(new Runnable() {
						@Override
						public void run() {
							String answer = Resolver.answer(question, host);
							if (answer != null) {
								tell(answer);
							}
						}
					});
				} else {
					host.show(question); // What the system says before the engine has taken the pipe, or of its end.
				}
			}
		} catch (IOException | RejectedExecutionException ended) {
			// The program is gone.
		}
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work);
		thread.setDaemon(true);
		return thread;
	}
}
