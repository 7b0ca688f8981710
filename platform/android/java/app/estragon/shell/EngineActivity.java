package estragon.shell;

import android.app.Activity;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import android.widget.ScrollView;
import android.widget.TextView;

/** Shows what the engine prints. All else is in Session and the classes it uses. */
public final class EngineActivity extends Activity implements AndroidHost.Screen {
	// They outlive the Activity where the program keeps running.
	static AndroidHost host;
	static Session session;

	// Those of this Activity: the next one may have others before this one is gone.
	private AndroidHost ownHost;
	private Session ownSession;
	private ScrollView scroll;
	private TextView text;
	private volatile boolean isRefreshing = false;

	@Override
	protected void onCreate(Bundle state) {
		super.onCreate(state);
		text = new TextView(this);
		text.setTypeface(android.graphics.Typeface.MONOSPACE);
		text.setTextIsSelectable(true);
		text.setPadding(24, 24, 24, 24);
		scroll = new ScrollView(this);
		scroll.setFitsSystemWindows(true);
		scroll.addView(text);
		setContentView(scroll);
		if (session == null || !session.isLasting()) {
			host = new AndroidHost(this);
			boolean keepsRunning = host.settings().getBoolean("estragon.shell.KEEP_RUNNING", false);
			session = new Session(host, keepsRunning);
			if (keepsRunning) {
				keepRunning();
			}
			final Session started = session;
			new Thread(new Runnable() {
				@Override
				public void run() {
					started.begin();
				}
			}).start();
		}
		ownHost = host;
		ownSession = session;
		ownHost.setScreen(this);
		refresh();
	}

	private void keepRunning() {
		if (Build.VERSION.SDK_INT >= 33) {
			requestPermissions(new String[] {"android.permission.POST_NOTIFICATIONS"}, 0);
		}
		Intent service = new Intent(this, KeepRunningService.class);
		if (Build.VERSION.SDK_INT >= 26) {
			startForegroundService(service);
		} else {
			startService(service);
		}
	}

	@Override
	protected void onStart() {
		super.onStart();
		ownSession.show();
	}

	/** Android lets the next Activity begin before this one is destroyed, but not before it is paused. */
	@Override
	protected void onPause() {
		if (isFinishing()) {
			ownSession.leave();
		}
		super.onPause();
	}

	@Override
	protected void onStop() {
		ownSession.hide();
		super.onStop();
	}

	@Override
	protected void onDestroy() {
		ownHost.unsetScreen(this);
		if (isFinishing()) {
			ownSession.leave();
		}
		super.onDestroy();
	}

	/** Many lines at once are one look at the log. */
	@Override
	public void refresh() {
		if (isRefreshing) {
			return;
		}
		isRefreshing = true;
		scroll.postDelayed(new Runnable() {
			@Override
			public void run() {
				isRefreshing = false;
				text.setText(ownHost.output.text());
				scroll.post(new Runnable() {
					@Override
					public void run() {
						scroll.fullScroll(ScrollView.FOCUS_DOWN);
					}
				});
			}
		}, 50);
	}

	@Override
	public void ended(final int exitCode) {
		runOnUiThread(new Runnable() {
			@Override
			public void run() {
				stopService(new Intent(EngineActivity.this, KeepRunningService.class));
				if (exitCode == 0) {
					finish();
				} else {
					ownHost.output.add("The program ended with code " + exitCode + ".");
					refresh();
				}
			}
		});
	}
}
