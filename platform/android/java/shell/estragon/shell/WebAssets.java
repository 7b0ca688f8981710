package estragon.shell;

import java.util.HashMap;
import java.util.Map;

/** Which of the package's files a page asks for, and what the browser is told of them. */
public final class WebAssets {
	/** No such host exists (RFC 6761): nothing that the page asks of it leaves the device. */
	public static final String ORIGIN = "https://app.invalid";

	private static final String FOLDER = "www/";
	private static final Map<String, String> TYPES = new HashMap<>();

	static {
		TYPES.put("html", "text/html");
		TYPES.put("js", "text/javascript");
		TYPES.put("wasm", "application/wasm");
		TYPES.put("css", "text/css");
		TYPES.put("png", "image/png");
		TYPES.put("svg", "image/svg+xml");
		TYPES.put("json", "application/json");
	}

	private WebAssets() {}

	/** The asset behind a URL; null for other hosts and for what leaves the folder. */
	public static String assetOf(String url) {
		if (!url.startsWith(ORIGIN + "/")) {
			return null;
		}
		String path = url.substring(ORIGIN.length() + 1);
		for (String mark : new String[] {"?", "#"}) {
			path = path.contains(mark) ? path.substring(0, path.indexOf(mark)) : path;
		}
		if (path.isEmpty()) {
			path = "index.html";
		}
		for (String part : path.split("/", -1)) {
			if (part.isEmpty() || part.equals(".") || part.equals("..") || !part.matches("[A-Za-z0-9._-]+")) {
				return null;
			}
		}
		return FOLDER + path;
	}

	public static String typeOf(String asset) {
		String type = TYPES.get(asset.substring(asset.lastIndexOf('.') + 1));
		return type == null ? "application/octet-stream" : type;
	}
}
