package estragon.shell;

import java.io.IOException;

/** One run of the engine, whatever becomes of the Activity: started once, paused, resumed and stopped as the preset wants it. Any thread. */
public final class Session {
	private static final long PATIENCE_MILLIS = 5000;

	private final ShellHost host;
	private final boolean keepsRunning;
	private EngineProcess engine;
	private boolean wasStarted = false;
	private boolean hasFailed = false;
	private boolean wasStopped = false;
	private boolean isPaused = false;

	public Session(ShellHost host, boolean keepsRunning) {
		this.host = host;
		this.keepsRunning = keepsRunning;
	}

	/** The Activity is there. Only the first call starts the engine; it may take a while. */
	public void begin() {
		synchronized (this) {
			if (wasStarted) {
				return;
			}
			wasStarted = true;
		}
		EngineProcess started = null;
		try {
			started = EngineProcess.start(host);
		} catch (IOException failure) {
			host.show("The engine cannot be started: " + failure.getMessage());
			host.ended(-1);
		}
		synchronized (this) {
			hasFailed = started == null;
			engine = started;
			if (engine != null && isPaused) {
				engine.pause();
			}
			if (engine != null && wasStopped) {
				engine.stop(PATIENCE_MILLIS);
			}
		}
	}

	/** The user sees the app. */
	public synchronized void show() {
		isPaused = false;
		if (engine != null) {
			engine.resume();
		}
	}

	/** The user does something else. The program is told, and goes on as far as Android lets it. */
	public synchronized void hide() {
		isPaused = true;
		if (engine != null) {
			engine.pause();
		}
	}

	/** The Activity goes for good. */
	public synchronized void leave() {
		if (!keepsRunning) {
			stop();
		}
	}

	public synchronized void stop() {
		if (!wasStopped && engine != null) {
			engine.stop(PATIENCE_MILLIS);
		}
		wasStopped = true;
	}

	/** Whether the next Activity shows this run, instead of beginning one: also before the engine runs, not when it has been told to end. */
	public synchronized boolean isLasting() {
		return !hasFailed && !wasStopped && (engine == null || engine.isRunning());
	}
}
