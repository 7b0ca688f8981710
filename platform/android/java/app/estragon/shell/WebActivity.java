package estragon.shell;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebSettings;
import android.webkit.WebView;
import android.webkit.WebViewClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The project's web export in a web view, served from the package. */
public final class WebActivity extends Activity {
	private WebView view;

	@Override
	protected void onCreate(Bundle state) {
		super.onCreate(state);
		view = new WebView(this);
		view.setFitsSystemWindows(true);
		WebSettings settings = view.getSettings();
		settings.setJavaScriptEnabled(true);
		settings.setDomStorageEnabled(true);
		settings.setAllowFileAccess(false);
		settings.setAllowContentAccess(false);
		settings.setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW); // A program may connect to ws:// as a native one does.
		view.setWebViewClient(new WebViewClient() {
			@Override
			public WebResourceResponse shouldInterceptRequest(WebView from, WebResourceRequest request) {
				return answer(request.getUrl().toString());
			}

			@Override
			public boolean shouldOverrideUrlLoading(WebView from, WebResourceRequest request) {
				return WebAssets.assetOf(request.getUrl().toString()) == null; // Pages of others do not get into the app.
			}
		});
		setContentView(view);
		view.loadUrl(WebAssets.ORIGIN + "/index.html");
	}

	private WebResourceResponse answer(String url) {
		if (!url.startsWith(WebAssets.ORIGIN + "/")) {
			return null; // The network's.
		}
		String asset = WebAssets.assetOf(url);
		try {
			if (asset != null) {
				return new WebResourceResponse(WebAssets.typeOf(asset), null, getAssets().open(asset));
			}
		} catch (IOException missing) {
			// As for what is no asset.
		}
		WebResourceResponse nothing = new WebResourceResponse("text/plain", "utf-8", new ByteArrayInputStream(new byte[0]));
		nothing.setStatusCodeAndReasonPhrase(404, "Not Found");
		return nothing;
	}

	@Override
	protected void onPause() {
		view.onPause();
		super.onPause();
	}

	@Override
	protected void onResume() {
		super.onResume();
		view.onResume();
	}

	@Override
	protected void onDestroy() {
		view.destroy();
		super.onDestroy();
	}
}
