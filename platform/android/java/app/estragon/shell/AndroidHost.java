package estragon.shell;

import android.content.Context;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.os.Build;
import android.os.Bundle;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** The shell's questions, answered by Android's framework. */
final class AndroidHost implements ShellHost {
	private static final int LINES = 500;

	interface Screen {
		void refresh();

		void ended(int exitCode);
	}

	final OutputLog output = new OutputLog(LINES);
	private final Context context;
	private volatile Screen screen;

	AndroidHost(Context context) {
		this.context = context.getApplicationContext();
	}

	synchronized void setScreen(Screen screen) {
		this.screen = screen;
	}

	/** Unless another one has taken its place. */
	synchronized void unsetScreen(Screen old) {
		screen = screen == old ? null : screen;
	}

	Bundle settings() {
		try {
			Bundle data = context.getPackageManager().getApplicationInfo(context.getPackageName(), PackageManager.GET_META_DATA).metaData;
			return data == null ? new Bundle() : data;
		} catch (PackageManager.NameNotFoundException impossible) {
			return new Bundle();
		}
	}

	@Override
	public File engine() {
		ApplicationInfo info = context.getApplicationInfo();
		return new File(info.nativeLibraryDir, "libestragon.so");
	}

	@Override
	public File filesFolder() {
		return context.getFilesDir();
	}

	@Override
	public File cacheFolder() {
		return context.getCacheDir();
	}

	@Override
	public InputStream openPack() throws IOException {
		return context.getAssets().open(PackInstaller.PACK);
	}

	@Override
	public String packStamp() {
		try {
			return Long.toString(context.getPackageManager().getPackageInfo(context.getPackageName(), 0).lastUpdateTime);
		} catch (PackageManager.NameNotFoundException impossible) {
			return "";
		}
	}

	@Override
	public List<byte[]> authorities() {
		List<byte[]> certificates = new ArrayList<>();
		try {
			KeyStore store = KeyStore.getInstance("AndroidCAStore");
			store.load(null, null);
			for (String alias : Collections.list(store.aliases())) {
				certificates.add(store.getCertificate(alias).getEncoded());
			}
		} catch (GeneralSecurityException | IOException failure) {
			show("The system's certificates cannot be read: " + failure.getMessage());
		}
		return certificates;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		return InetAddress.getAllByName(host);
	}

	@Override
	public List<String> arguments() {
		String text = settings().getString("estragon.shell.ARGUMENTS", "").trim();
		return text.isEmpty() ? Collections.<String>emptyList() : Arrays.asList(text.split(" +"));
	}

	@Override
	public String deviceModel() {
		return Build.MANUFACTURER + " " + Build.MODEL;
	}

	@Override
	public String locale() {
		Locale locale = Locale.getDefault();
		return locale.getCountry().isEmpty() ? locale.getLanguage() : locale.getLanguage() + "_" + locale.getCountry();
	}

	@Override
	public int secondsEastOfUtc() {
		return TimeZone.getDefault().getOffset(System.currentTimeMillis()) / 1000;
	}

	@Override
	public void show(String line) {
		android.util.Log.i("estragon", line);
		output.add(line);
		Screen current = screen;
		if (current != null) {
			current.refresh();
		}
	}

	@Override
	public void ended(int exitCode) {
		Screen current = screen;
		if (current != null) {
			current.ended(exitCode);
		}
	}
}
