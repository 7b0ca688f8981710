// The trusted certificates, parsed once.
#include "modules/mbedtls/tls/tls_system_trust.h"

#include "core/config/project_settings.h"
#include "core/io/file_access.h"
#include "core/os/mutex.h"
#include "core/os/os.h"
#include "modules/mbedtls/crypto/mbedtls_support.h"

namespace {

BinaryMutex trust_mutex;
Ref<ParsedChain> trust;
uint32_t trust_hash = 0; // Of the text that was parsed.
int64_t trust_length = -1;

} // namespace

Ref<ParsedChain> tls_get_system_trust(String &r_error) {
	const String bundle = ProjectSettings::get_singleton()->get_setting_with_override("network/tls/certificate_bundle_override");
	String text;
	if (bundle.is_empty()) {
		text = OS::get_singleton()->get_system_ca_certificates();
	} else {
		Error error = OK;
		text = FileAccess::get_file_as_string(bundle, &error);
		if (error != OK) {
			r_error = "The certificate bundle " + bundle + " (network/tls/certificate_bundle_override) cannot be read.";
			return Ref<ParsedChain>();
		}
	}
	MutexLock lock(trust_mutex);
	if (text.length() == trust_length && text.hash() == trust_hash) {
		return trust;
	}
	trust.unref();
	trust_length = text.length();
	trust_hash = text.hash();
	const CharString bytes = text.utf8();
	const int result = X509CertificateMbedTLS::parse(Span<uint8_t>(reinterpret_cast<const uint8_t *>(bytes.get_data()), uint64_t(bytes.length())), trust);
	if (result < 0 && !bundle.is_empty()) {
		trust_length = -1;
		r_error = "The certificate bundle " + bundle + " (network/tls/certificate_bundle_override) cannot be used: " + mbedtls_describe_error(result) + ".";
	}
	return trust;
}

void tls_forget_system_trust() {
	trust.unref();
	trust_length = -1;
}
