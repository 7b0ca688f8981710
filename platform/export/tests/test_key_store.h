// Key stores as keytool (Java 17) and OpenSSL 3 write them.
#pragma once

#include "core/io/dir_access.h"
#include "core/io/file_access.h"
#include "core/io/marshalls_singleton.h"
#include "core/os/thread.h"
#include "platform/android/export/der_reader.h"
#include "platform/android/export/key_store.h"
#include "tests/test_macros.h"

namespace TestKeyStore {

// Made for these tests alone. Of keytool: alias "eckey", password "secret7"; of OpenSSL: "ossl", "p4ss".
inline constexpr const char *OF_KEYTOOL =
		"MIID7gIBAzCCA5gGCSqGSIb3DQEHAaCCA4kEggOFMIIDgTCCASgGCSqGSIb3DQEHAaCCARkEggEVMIIBETCCAQ0GCyqGSIb3DQEM"
		"CgECoIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBR7tINaCb7Ed5q1yJVh6piW+eRG+wICJxACASAwDAYIKoZI"
		"hvcNAgkFADAdBglghkgBZQMEASoEEABSFKWake01wqMBmJlkeXMEUJuGiZzj9CWGki3URlA1uaKTh1O69cl7n1IZxroVwYh0z3LZ"
		"UUxQrzWPm8WZE99ONJiBio0wsRTvuS3YEj5l7TUt636wsOYzVnbRtN+KipcIMT4wGQYJKoZIhvcNAQkUMQweCgBlAGMAawBlAHkw"
		"IQYJKoZIhvcNAQkVMRQEElRpbWUgMTc5NjA1NzQ0ODg4NzCCAlEGCSqGSIb3DQEHBqCCAkIwggI+AgEAMIICNwYJKoZIhvcNAQcB"
		"MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBRUflgwkhvp9GbF0Y62iGAxfAiFdwICJxACASAwDAYIKoZIhvcNAgkFADAd"
		"BglghkgBZQMEASoEEAa7xZ5RXgMHx7EqVw4/NKGAggHAOmJ6vOoabXt6yWL/eEvRHdHr2GVFYEIQqRZhasGM7AaOdi054HDVTWMx"
		"ktdH1Mc3rUpt01r0Ub6NBwJMGxiFLq3EfHMMZFHfN45iNqMqYSwbC1WGPbsyMvGHyp6A//7GTiUSkCxfZU3H7L2Um9jOzTtUYByx"
		"5LQykIGze99UlHLa+A6zpHDrMI7bBi73Jod30wrDHR4S8HOiZEerxu4O78dSr+7JwcoKWMFLoFE66cTdcu1LeyuK+8ppAmt57PZA"
		"dZpf+4/2NccgatcIDe/IaX/d2upKQkn0ePXraTE9K66wEgpTZiU8NnFxH5XuxyWgSSiP4d/K2XgpDtufLks1yqAf23BH3PXKiklf"
		"Zh5B4/+iG1qt6ZqQvZ8a0dbU+/Gp9tJzogUz+I7pO5xHVYCW8Rb2yBHtoIJlOP5Qu3Fp1ZPUOwlRjS7Ny7gE9fvL0q6RBbCgPheS"
		"p3OrSRnvFzEfi/5u4dQkd32vzkPslYTFhUF7ZIsW03XskbtHeRaLB73Vbm10mwnH9nmy9d6DIw+0nhEa0eXwNkzETswqZ8l7ZM4A"
		"5EI+Qwpb9wGLSTDrKjZbJ6QdWeenvfEerO8xffuzXzBNMDEwDQYJYIZIAWUDBAIBBQAEIDojf09GZeK1/uA+zve4ASbDh3BNzUck"
		"uykWBbRf25zgBBTIdQshmrOz2mYzRNYnup0RGGkY0wICJxA=";
inline constexpr const char *OF_OPENSSL =
		"MIIKCAIBAzCCCb4GCSqGSIb3DQEHAaCCCa8EggmrMIIJpzCCBAIGCSqGSIb3DQEHBqCCA/MwggPvAgEAMIID6AYJKoZIhvcNAQcB"
		"MFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgK4nRjdd7XrwICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFZW"
		"ZZg2zOej2+4eeKpq+ueAggOAd47klUPg7nScje5bE7CANSWfiwNnULxRRtOIt2pqwrGLOvKR3+aXVaovj/88AKQwNKldhSj5iPjT"
		"dBt8FD4DmR44sYM/4phv6h5Odz+cjSstjLFZvCVTVg/bKvI4CkhdlAJc5tmB7n382a6+Ss7gAec4ow57wbhEMIBgBzLj4jM0h2rP"
		"2YtbJy/3u4L9Rq6tm/SUn/ubd7633ICNUKXkSf1XcC8oC+Pze+w3YxPINo6UiPAFPmewc9pxUCPGvllGxcwSUoqNztb95jNBdSdB"
		"42xOXKzz9RafUGeF8kW0a3V9Ay8jIx6unx0wsuQYnHaH8Q+R90uQxMPvqoawAmAPsKj/P3LHTAKTvRAVH2rXfNSdgz+kdjwZCWng"
		"xrJAGtv51x+09AnMFHbJloq47qAQis9b3FBWV2bNJKA5xFI2U7i6tupGTt8ntpr9snPbdU3c7ZL3hYkuCjD3Nu4JBedgUmc0oP2f"
		"G/nT7KLY9eIArtFFt1GtjCZGGgHeL1c/Ca6N7xJR4aEJh7o4c/FXc101XDg2FPHLm5pS9qi9v0OjBZtCg3C5tdd6FTKclToCvziz"
		"HKAy/ghaKXiPCABfk7mijVHOb+A/5z31EA50r9ywE3V3PfqI92xRW2191az6cmi9+O7io2V3cvWXPJcOMJbNG8oxSerawY41o6Wa"
		"47srGTUKE4MUdS/XnPP4J5SVawa171Vwu/6W9qlLvppGre+cWP9ionUGyx3uQTsktocf5RTs3vhwHihTl0DDQCFNohmkWTxtHkL2"
		"e7896k6hqEAA3+FltZgahL7azO8t0+jktMcuqUNUOvSoiKFuKG0WmY/2whP3vzGb8QLb26o/bm9vAd/tAiyw3/Mr783UC8gvsmSn"
		"nzC/AxXguI35yFD10J05l4eysqjchjESQ/QwccFXcvZ8p79wRjpgr9eMzrCEd/Y8TnrF3Vrce2w+5qt2pyc2sOtbixdVthZtezkr"
		"QWn1KdGamEYsPxFrL98mLs3ydZ0JFOD+qIogDEU3lpfgfQY6LApf/Ol0DaSUaRy9wSeTnrNSe7a2S0QmuMiQeUD5DYo8LS62YZ4N"
		"b/cYHjpmOXt6oCCQ6bNXD1dSmXOPVC9Hf23CW0YCCWlpbeJylXIAIVdA+ByJxLgGkx+S3USMlaeZi8sm++O8KWNqCUiZxkhDJNrz"
		"MfcSGVBCsfHcw7UaRHMwggWdBgkqhkiG9w0BBwGgggWOBIIFijCCBYYwggWCBgsqhkiG9w0BDAoBAqCCBTEwggUtMFcGCSqGSIb3"
		"DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAirMU76/tWuYQICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHlv9xDa7/6vnndy"
		"aqX2wGwEggTQ4tO4SmTtLPOhFgAXLJIDqqG8dWkckCeQJu4Br7p/9lJZg/8L3iEtkEYtOt5LJmKM+HIQbVokeOa3UL88WzgDKrDE"
		"xLLkN+06rLqGIdNPOHq19EIRHyLLqiP8qpONSZ+NH3T+7T+vER2fN4z35V7w6D19KzffQLhuea0Wlmit3EuYWpjb7nUMPd78mjsO"
		"kJI4jxnDu5UDBo6uNybTnylMxwyDuTr/IO4JzjxziuNjD++HGv7f6ABteRZU/Nl1SKmSnCL9t32jjcdTVzrtEglij7ArCJsrLu+c"
		"WPv+fON/4u/5wn3jpM6JOc3sJ7SpaDS1+YGaX78a9D+ZiE6fc/t8EeFj1zFB8bRClieCFPtjEXDDxVUaqlRr7CZBqXTV3Yoklujv"
		"yDG3/3ZIGz2sEyeDeDiW2HIOAxIXR47aAoNw/jqKqEeMcm5YzpSBnVAJtZNINNTj9GHwJPpYLdA+Ov6n1njffkXos3AhDuMUlv7X"
		"lAiuCxhIVYRBaQ4Sz1aTvigbXMWToRX+ITJ3aMpCkihYm8Qp3+piqrJG4F2mCBBX4yIdoycY1pLqv9Sdo7pksgvER1GvCLdmWcrc"
		"fx0fel45V7/mHoZkGrkmI3EhN6cqA30CeFT9QBg/IVyEo3EUeNOkwiOAu+TVk/ucJsFxLkJVODF0NmYIPlGRgCQbpwhiDrn/d7Zi"
		"pYecfYKGrR4jnv49IYNN5LCdQtTSsDIX15199HvXPTVW3mXic/+SV1w4I7LtUd33qwiOqTTtndQSA/W0KdQFKJsQDSx4h+bYdfle"
		"pgT9DVbnpUpl7AKWq4w5Au4FAOaf9BgmsL7KcnQZq6fhu2hwI1gANTs5qnfNz70GJg1et98QLpjnKfrV0PvWkAb/jw+wXrEICI/J"
		"QqBBIqJWjy9pg+0xudmN1vcqQtVNK4BcmXvOJFFbBbHnIk4q7+gXBN3+UGcAtuF7qk3htadKVkfP7s4iUyjHqAoAlVB7Y3rWC/Jk"
		"wdKMXhw9W7rxsnUts5WJFiyNUYHuxboXPVJvrQdTTyaEHPp0OEm6NUxSWzVznnTy5DjmFInZfAX4DMO5bRflxtkSkbX51S/8RRDS"
		"azqUSHZ36mrqX1YdiuMWaNF3mbo+N3yH+7nRphbzstjE2GHeSR+YYs94wBBeES5XEuiuIIloWQZ1sgTMA9nDwl1g9GdiT6O9UigQ"
		"a/t2Xt6jOTMxWR1aC9YxhRv5H4+TV6q8qyFjxrkG4bNEwriqy5Kos5r8NjLLRB3Ja195CxbD1O+qao9yGwKWurq3UmDhcRX9iIbc"
		"Sb6fjoolzTGSvLZV7T0x6xbSTt7KBm1ZSHKfn3Z3B9hQtIuamRiP+nUg1dx0h5BzQxtq1zW3QFRoicnslTaSQ6q+kHlQtHSxK0q3"
		"p0MFdrrrVYiFN/HaG2J1ost7JTEXVeY2nWH2L9HIbH4qA+swnBWaPTdCJLkoF6BSfaLqra7WjNxcLEVx2G2tCo3zRPSZ1oF2ZNMK"
		"n7N8KZwHQa34EdY10iNhFsxiqWVeHj2XDRYt8f/m8sUAqO8t5de9KKjqAV2KZ+wX07G2V+ZsnMZRx3wTEMHSAinhkIj1bDFjm5IY"
		"3zkfBtGbI6lbxfqOlSMYikw6RHCix4Pu0PNQnj5Bsf/VvSBaZ/+MKYExPjAXBgkqhkiG9w0BCRQxCh4IAG8AcwBzAGwwIwYJKoZI"
		"hvcNAQkVMRYEFAFYwHTAxUCBLBSIguKjNmGui709MEEwMTANBglghkgBZQMEAgEFAAQg1tSJHtuFJkahrcJdB3YZGxfvFl4ZH2JC"
		"6hnZFLefysMECM1k0E0zeb4iAgIIAA==";

inline Vector<uint8_t> decode(const char *p_text) {
	return Marshalls::get_singleton()->base64_to_raw(p_text);
}

inline String problem_of(const Vector<uint8_t> &p_bytes, const String &p_alias, const String &p_password) {
	SigningIdentity identity;
	String problem;
	const Error error = KeyStore::open(p_bytes, p_alias, p_password, identity, problem);
	CHECK_EQ(error == OK, problem.is_empty());
	return problem;
}

TEST_CASE("[Export][KeyStore] Keys of keytool and OpenSSL open with their passwords") {
	CHECK_EQ(problem_of(decode(OF_KEYTOOL), "EcKey", "secret7"), "");
	CHECK_EQ(problem_of(decode(OF_KEYTOOL), "", "secret7"), "");
	CHECK_EQ(problem_of(decode(OF_OPENSSL), "ossl", "p4ss"), "");
	CHECK_EQ(problem_of(decode(OF_KEYTOOL), "eckey", "secret8"), "the password is wrong");
	CHECK_EQ(problem_of(decode(OF_OPENSSL), "ossl", ""), "the password is wrong");
	CHECK_EQ(problem_of(decode(OF_KEYTOOL), "other", "secret7"), "it has no key with the alias \"other\"; it has: \"eckey\"");
}

TEST_CASE("[Export][KeyStore] Other files are told apart") {
	CHECK(problem_of(Vector<uint8_t>({ 0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2 }), "", "").begins_with("it is a JKS key store"));
	CHECK_EQ(problem_of(Vector<uint8_t>(), "", ""), "it is no key store");
	CHECK_EQ(problem_of(String("some text").to_utf8_buffer(), "", ""), "it is no PKCS #12 key store");
}

TEST_CASE("[Export][KeyStore] Damaged files are refused wherever they break off or change") {
	ExpectErrors quiet;
	const Vector<uint8_t> whole = decode(OF_KEYTOOL);
	SigningIdentity identity;
	String problem;
	for (int64_t i = 0; i < 260; i += 3) {
		CHECK_NE(KeyStore::open(whole.slice(0, i), "", "secret7", identity, problem), OK);
		Vector<uint8_t> changed = whole;
		changed.set(i, uint8_t(whole[i] ^ 0xff));
		KeyStore::open(changed, "", "secret7", identity, problem);
	}
}

TEST_CASE("[Export][KeyStore] All derivations of a file together have a bound") {
	// The key of keytool's store, which asks for 10000 rounds, as often as it takes.
	const Vector<uint8_t> whole = decode(OF_KEYTOOL);
	DerReader outer(whole.span());
	DerReader file = outer.enter(DER_SEQUENCE);
	file.take_int();
	DerReader info = file.enter(DER_SEQUENCE);
	info.take(DER_OID);
	DerReader parts = info.enter(DER_CONTEXT_0).enter(DER_OCTETS).enter(DER_SEQUENCE);
	const Span<uint8_t> first = parts.take_whole(DER_SEQUENCE);
	String body;
	for (int64_t i = 0; i <= KeyStore::MAX_ROUNDS / 10000; i++) {
		body += String::hex_encode_buffer(first.ptr(), int64_t(first.size()));
	}
	const auto wrap = [](int p_tag, const String &p_hex) {
		return vformat("%02x84%08x%s", p_tag, p_hex.length() / 2, p_hex);
	};
	const String data = "06092a864886f70d010701" + wrap(DER_CONTEXT_0, wrap(DER_OCTETS, wrap(DER_SEQUENCE, body)));
	const String store = wrap(DER_SEQUENCE, "020103" + wrap(DER_SEQUENCE, data));
	CHECK(problem_of(store.hex_decode(), "", "secret7").begins_with("it asks for too many rounds"));
}

TEST_CASE("[Export][KeyStore] DER without bounds reads as nothing") {
	for (const Vector<uint8_t> &bytes : { Vector<uint8_t>({ 0x30 }), Vector<uint8_t>({ 0x30, 0x80, 0, 0 }), Vector<uint8_t>({ 0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1 }), Vector<uint8_t>({ 0x30, 0x05, 1 }), Vector<uint8_t>({ 0x30, 0x82, 1 }) }) {
		DerReader reader(bytes.span());
		CHECK(reader.take(DER_SEQUENCE).is_empty());
		CHECK(reader.is_at_end());
	}
	const Vector<uint8_t> numbers({ 0x02, 1, 5, 0x02, 1, 0x80, 0x02, 5, 1, 2, 3, 4, 5 });
	DerReader reader(numbers.span());
	CHECK_EQ(reader.take_int(), 5);
	CHECK_EQ(reader.take_int(), -1);
	CHECK_EQ(reader.take_int(), -1);
}

TEST_CASE("[Export][KeyStore] A debug key is made once and used again") {
	const Ref<DirAccess> folder = DirAccess::create_temp("key");
	const String path = folder->get_current_dir().path_join("deep/debug.pem");
	SigningIdentity first;
	SigningIdentity second;
	String problem;
	bool made = false;
	CHECK_EQ(KeyStore::open_debug_key(path, first, made, problem), OK);
	CHECK(made);
	CHECK_EQ(KeyStore::open_debug_key(path, second, made, problem), OK);
	CHECK_FALSE(made);
	CHECK_EQ(first.certificate, second.certificate);
	CHECK_EQ(FileAccess::save_text(path, ""), OK); // Of a program that ended before the key was in it.
	CHECK_EQ(KeyStore::open_debug_key(path, second, made, problem), OK);
	CHECK(made);
	CHECK_NE(first.certificate, second.certificate);
	CHECK_EQ(FileAccess::save_text(path, "nonsense"), OK);
	ExpectErrors quiet;
	CHECK_NE(KeyStore::open_debug_key(path, second, made, problem), OK);
	DirAccess::remove_absolute(path);
	DirAccess::remove_absolute(path.get_base_dir());
}

struct Opener {
	String path;
	SigningIdentity identity;
	bool made = false;
	Error error = FAILED;

	static void run(void *p_self) {
		Opener *self = static_cast<Opener *>(p_self);
		String problem;
		self->error = KeyStore::open_debug_key(self->path, self->identity, self->made, problem);
	}
};

TEST_CASE("[Export][KeyStore] Whoever makes the debug key at the same time uses the same one") {
	const Ref<DirAccess> folder = DirAccess::create_temp("key");
	Opener openers[3];
	Thread threads[3];
	for (int i = 0; i < 3; i++) {
		openers[i].path = folder->get_current_dir().path_join("debug.pem");
		threads[i].start(&Opener::run, &openers[i]);
	}
	for (Thread &thread : threads) {
		thread.wait_to_finish();
	}
	int made = 0;
	for (const Opener &opener : openers) {
		CHECK_EQ(opener.error, OK);
		CHECK_EQ(opener.identity.certificate, openers[0].identity.certificate);
		made += opener.made ? 1 : 0;
	}
	CHECK_EQ(made, 1);
	CHECK_EQ(folder->get_files().size(), 1);
	folder->remove("debug.pem");
}

TEST_CASE("[Export][KeyStore] Devices are no debug keys, and old formats are named") {
	SigningIdentity identity;
	String problem;
	bool made = false;
	CHECK_NE(KeyStore::open_debug_key("/dev/null", identity, made, problem), OK);
	CHECK(problem.contains("device"));
	CHECK_NE(KeyStore::open(Vector<uint8_t>({ 0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2 }), "", "", identity, problem), OK);
	CHECK(problem.contains("JCEKS"));
	CHECK(problem.contains("keytool -importkeystore"));
}

} // namespace TestKeyStore
