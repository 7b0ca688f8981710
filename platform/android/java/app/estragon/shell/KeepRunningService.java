package estragon.shell;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.app.Service;
import android.content.Intent;
import android.os.Build;
import android.os.IBinder;

/** Tells Android that the program is wanted although nobody looks at it; its notification leads back. */
public final class KeepRunningService extends Service {
	private static final String CHANNEL = "running";
	private static final int NOTIFICATION = 1;

	@Override
	public int onStartCommand(Intent intent, int flags, int id) {
		PendingIntent back = PendingIntent.getActivity(this, 0, new Intent(this, EngineActivity.class), PendingIntent.FLAG_IMMUTABLE);
		CharSequence name = getApplicationInfo().loadLabel(getPackageManager());
		Notification.Builder notification;
		if (Build.VERSION.SDK_INT >= 26) {
			NotificationManager manager = (NotificationManager) getSystemService(NOTIFICATION_SERVICE);
			manager.createNotificationChannel(new NotificationChannel(CHANNEL, name, NotificationManager.IMPORTANCE_LOW));
			notification = new Notification.Builder(this, CHANNEL);
		} else {
			notification = new Notification.Builder(this);
		}
		startForeground(NOTIFICATION, notification.setContentTitle(name).setSmallIcon(getApplicationInfo().icon).setContentIntent(back).setOngoing(true).build());
		return START_NOT_STICKY; // The engine is a child of this process and ends with it.
	}

	@Override
	public IBinder onBind(Intent intent) {
		return null;
	}

	@Override
	public void onDestroy() {
		if (EngineActivity.session != null) {
			EngineActivity.session.stop();
		}
		super.onDestroy();
	}
}
